import { features } from '../shop/features.ts';
import type { Story } from '../story.ts';
import { bigSale } from './bigSale.ts';
import { cacheStampede } from './cacheStampede.ts';
import { deployTime } from './deployTime.ts';
import { doubleCharges } from './doubleCharges.ts';
import { flakyTests } from './flakyTests.ts';
import { guestCheckout } from './guestCheckout.ts';
import { joiningTheTeam } from './joiningTheTeam.ts';
import { keyboardAccess } from './keyboardAccess.ts';
import { meetings } from './meetings.ts';
import { migrations } from './migrations.ts';
import { onCall } from './onCall.ts';
import { orderMails } from './orderMails.ts';
import { productImages } from './productImages.ts';
import { searchRelevance } from './searchRelevance.ts';
import { secondStampede } from './secondStampede.ts';
import { taxRounding } from './taxRounding.ts';
import { waysOfWorking } from './waysOfWorking.ts';

export const allStories: readonly Story[] = [
  cacheStampede,
  secondStampede,
  flakyTests,
  deployTime,
  onCall,
  searchRelevance,
  doubleCharges,
  productImages,
  guestCheckout,
  joiningTheTeam,
  bigSale,
  keyboardAccess,
  migrations,
  waysOfWorking,
  orderMails,
  taxRounding,
  meetings,
  features,
];
