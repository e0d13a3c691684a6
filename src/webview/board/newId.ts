/** Crockford's base32 in lower case. */
const digits = '0123456789abcdefghjkmnpqrstvwxyz';
const firstDigits = 'abcdfghjkmnpqrstvwxyz';

/** A random id in the form of those of entries. */
export function newId(): string {
  return randomText(1, firstDigits) + randomText(7, digits);
}

/** A secret for one card, too long to be guessed. */
export function newKey(): string {
  return randomText(26, digits);
}

/** Each letter as likely as any other: numbers that would favour some are drawn again. */
function randomText(length: number, letters: string): string {
  const most = 256 - (256 % letters.length);
  let text = '';
  while (text.length < length) {
    const [number = 255] = crypto.getRandomValues(new Uint8Array(1));
    text += number < most ? letters.charAt(number % letters.length) : '';
  }
  return text;
}
