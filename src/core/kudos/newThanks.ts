import type { Entry } from '../entries/entry.ts';
import { isMeant, type Someone } from './isMeant.ts';
import { recentThanks } from './recentThanks.ts';

/**
 * Thanks that name a person and that they have not seen yet, in the order of the entries. What is older than a quarter
 * is no news: whoever was away for a summer still finds them.
 *
 * @param seen ids of the thanks that they opened or put away
 * @param today ISO 8601
 */
export function newThanks(
  entries: readonly Entry[],
  someone: Someone,
  seen: readonly string[],
  today: string,
): readonly Entry[] {
  return unseenThanks(entries, seen, today).filter(({ people }) =>
    people.some((name) => isMeant(name, someone)),
  );
}

/** The same for whomever they name. */
export function unseenThanks(
  entries: readonly Entry[],
  seen: readonly string[],
  today: string,
): readonly Entry[] {
  return recentThanks(entries, today).filter(({ id }) => !seen.includes(id));
}
