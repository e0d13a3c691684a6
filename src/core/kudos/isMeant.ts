import type { Identity } from '../git/identity.ts';

/** The person at this machine, and those whom a name could mean instead. */
export interface Someone {
  /** Names and addresses, as configured and after `.mailmap`. */
  readonly identities: readonly Identity[];
  /** Names of the people in the history. Those of the person may be among them. */
  readonly authors: readonly string[];
  /** Names that entries have, the one in question among them. */
  readonly named: readonly string[];
}

/**
 * Whether a name, as somebody wrote it, means this person. It is compared as a whole, without capitals and a leading
 * `@`: with their names and addresses; and with their first name and with what stands before the `@` of an address, as
 * long as nobody else goes by that. A part of another name never counts.
 */
export function isMeant(written: string, { identities, authors, named }: Someone): boolean {
  const word = folded(written);
  const names = identities.map(({ name = '' }) => folded(name));
  const addresses = identities.map(({ email = '' }) => folded(email));
  if (word === '' || names.includes(word) || addresses.includes(word)) {
    return word !== '';
  }
  if (![...names.map(firstName), ...addresses.map(localPart)].includes(word)) {
    return false;
  }
  const others = [...authors.map(folded), ...named.map(folded).filter((name) => name !== word)];
  return !others.some((other) => !names.includes(other) && (other === word || firstName(other) === word));
}

function firstName(name: string): string {
  return name.split(' ', 1)[0] ?? '';
}

function localPart(address: string): string {
  return address.split('@', 1)[0] ?? '';
}

function folded(text: string): string {
  return text.normalize('NFC').trim().replace(/^@/, '').replaceAll(/\s+/gu, ' ').toLowerCase();
}
