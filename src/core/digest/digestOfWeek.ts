import { addDays, startOfWeek } from '../dates.ts';
import type { Entry } from '../entries/entry.ts';
import { weekDigest } from './weekDigest.ts';

/** The digest of the week that a day is in. */
export interface DigestOfWeek {
  /** The Monday that the week began on, ISO 8601. */
  readonly monday: string;
  /** Markdown, as `weekDigest` makes it. */
  readonly text: string;
  /** The wins, learnings and thanks that are in it, the newest first. */
  readonly told: readonly Entry[];
}

const kinds = ['win', 'learning', 'kudos'];

/**
 * The digest of the week so far.
 *
 * @param today ISO 8601, in the team's time zone; whoever wrote an entry may have been a zone ahead
 */
export function digestOfWeek(entries: readonly Entry[], today: string, team?: string): DigestOfWeek {
  const monday = startOfWeek(today);
  const span = { since: monday, until: addDays(today, 1) };
  const told = entries.filter(
    ({ kind, date }) => kinds.includes(kind) && date >= span.since && date <= span.until,
  );
  return { monday, text: weekDigest(entries, span, team), told };
}
