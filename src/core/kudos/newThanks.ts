import { addDays } from '../dates.ts';
import type { Entry } from '../entries/entry.ts';
import { isMeant, type Someone } from './isMeant.ts';

/** Days for which thanks wait to be seen: whoever was away for a summer still finds them. */
const waits = 91;

/**
 * Thanks that name a person and that they have not seen yet, in the order of the entries. What is older than a quarter
 * is no news.
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
  const earliest = addDays(today, -waits);
  return entries.filter(
    ({ id, kind, date, people }) =>
      kind === 'kudos' &&
      date >= earliest &&
      !seen.includes(id) &&
      people.some((name) => isMeant(name, someone)),
  );
}
