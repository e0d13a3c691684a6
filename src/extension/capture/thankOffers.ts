import type { ThankOffer } from '../../protocol/capture.ts';
import { longestWord } from '../../protocol/draft.ts';
import type { Session } from '../session.ts';

/** Who made something, as git tells it. */
export type Maker = Omit<ThankOffer, 'name'> & {
  /** After `.mailmap`. */
  readonly author: string;
};

/** Those of some makers who can be offered to be thanked: nobody is offered themselves. */
export async function thankOffers(
  session: Session,
  makers: readonly Maker[],
): Promise<readonly ThankOffer[]> {
  const me = await session.git?.userName();
  const own = me?.state === 'ok' ? me.value : undefined;
  return makers
    .filter(({ author }) => author !== '' && author !== own && author.length <= longestWord)
    .map(({ author, ...about }) => ({ name: author, ...about }));
}
