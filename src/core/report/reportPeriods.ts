import { addDays } from '../dates.ts';
import { bucketStart } from '../trends/buckets.ts';
import { daysUpTo, type Window } from '../trends/windows.ts';

/** The spans that reports are asked for most. */
export type ReportPeriod = 'thirteenWeeks' | 'twentySixWeeks' | 'quarterSoFar' | 'quarterBefore';

/**
 * Which days each of them is.
 *
 * @param today ISO 8601 date; the last day, but for the quarter before
 */
export function reportPeriods(today: string): Readonly<Record<ReportPeriod, Window>> {
  const quarter = bucketStart(today, 'quarter');
  const dayBefore = addDays(quarter, -1);
  return {
    thirteenWeeks: daysUpTo(today, 91),
    twentySixWeeks: daysUpTo(today, 182),
    quarterSoFar: { from: quarter, to: today },
    quarterBefore: { from: bucketStart(dayBefore, 'quarter'), to: dayBefore },
  };
}
