import { processLimits } from '../statistics/processLimits.ts';
import type { BucketLength } from './buckets.ts';
import type { Series, SeriesKey } from './series.ts';

/** What counts four weeks: in months and longer, no day is in two points, which may then vary freely. */
const fourWeekly: ReadonlySet<SeriesKey> = new Set(['experimentationRate', 'learningRate', 'recognition']);

/** With fewer points the limits are hardly better than a guess. */
const fewestPoints = 10;

/**
 * From which number to which the points of a series go without a cause of their own: the natural process limits of
 * its finished points, never below 0. `undefined` where points share days, or are too few.
 */
export function expectedRange(
  { key, points }: Series,
  every: BucketLength,
): { readonly lower: number; readonly upper: number } | undefined {
  const values = points.flatMap(({ value, finished }) => (finished && value !== null ? [value] : []));
  if (every === 'week' || !fourWeekly.has(key) || values.length < fewestPoints) {
    return undefined;
  }
  const limits = processLimits(values);
  return limits && { lower: Math.max(0, limits.lower), upper: limits.upper };
}
