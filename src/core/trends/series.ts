import type { Interval } from '../statistics/interval.ts';
import { type BucketLength, bucketsOf } from './buckets.ts';
import type { Indicators } from './trends.ts';
import type { Window } from './windows.ts';

/** The indicators that are drawn over time; moving between areas never is. */
export type SeriesKey = Exclude<keyof Indicators, 'internalMobility'>;

/**
 * What the numbers of a series are: how many, a part of a whole from 0 to 1, days, an index from 0 to 1, or points of
 * a survey's scale.
 */
export type SeriesUnit = 'count' | 'share' | 'days' | 'index' | 'score';

/** Why a point has no value: never 0. */
export type Gap =
  /** The log did not tell anything yet, or the history had not begun. */
  | 'before'
  /** There was nothing that it could be measured on. */
  | 'nothing'
  /** There were too few for a share: `k` of `n` says it all. */
  | 'few'
  /** More than half was still open: the median is not known. */
  | 'open';

/** An indicator as it stood at the end of one bucket, over its own window up to there. */
export interface SeriesPoint {
  /** The first day of the bucket. */
  readonly from: string;
  /** The last day that counts: that of the bucket, or the last that was asked for. */
  readonly end: string;
  /** False where the bucket was not over on that day. */
  readonly finished: boolean;
  readonly value: number | null;
  /** At 95 %; null where there is none. */
  readonly interval: Interval | null;
  readonly k?: number;
  readonly n?: number;
  readonly gap?: Gap;
}

/** An indicator over time. Its last point is the figure itself. */
export interface Series {
  readonly key: SeriesKey;
  readonly unit: SeriesUnit;
  /** Where the scale ends, if that is known: 1 for a share, the survey's own for a score. */
  readonly top?: number;
  readonly points: readonly SeriesPoint[];
}

/** The bucket that a point is of. */
export type PointSpan = Pick<SeriesPoint, 'from' | 'end' | 'finished'>;

/** The buckets of a span as points are made of them, the earliest first. */
export function spansOf({
  from,
  to,
  every,
}: Window & { readonly every: BucketLength }): readonly PointSpan[] {
  return bucketsOf({ from, to }, every).map((bucket) => ({
    from: bucket.from,
    end: bucket.to < to ? bucket.to : to,
    finished: bucket.to <= to,
  }));
}
