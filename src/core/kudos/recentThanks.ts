import { addDays } from '../dates.ts';
import type { Entry } from '../entries/entry.ts';

/** A quarter, in days. */
const recent = 91;

/**
 * The thanks of the last quarter, in the order of the entries. Nobody's are counted, and nobody's come first.
 *
 * @param today ISO 8601; whoever wrote an entry may have been a zone ahead
 */
export function recentThanks(entries: readonly Entry[], today: string): readonly Entry[] {
  const earliest = addDays(today, -recent);
  return entries.filter(({ kind, date }) => kind === 'kudos' && date >= earliest);
}
