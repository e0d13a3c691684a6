import { randomInt } from 'node:crypto';
import type { Ids } from '../core/ports/ids.ts';

/** Crockford's base32 in lower case: no `i`, `l`, `o` or `u`. */
const digits = '0123456789abcdefghjkmnpqrstvwxyz';

/** Without `e`, so that nothing takes an id for a number (`1e10` may not begin one, nor may a digit). */
const firstDigits = 'abcdfghjkmnpqrstvwxyz';

/** Ids from the system's cryptographic source of randomness, each as likely as any other. */
export const cryptoIds: Ids = {
  newId: () => oneOf(firstDigits) + Array.from({ length: 7 }, () => oneOf(digits)).join(''),
};

function oneOf(choices: string): string {
  return choices.charAt(randomInt(choices.length));
}
