import { measures } from './measures.ts';
import type { PointSpan, SeriesKey } from './series.ts';
import type { Timeline } from './timeline.ts';

/** An entry, or a meeting or a round of a survey, that a point is made from. */
export interface Behind {
  readonly id: string;
  /** POSIX, from the log's root. */
  readonly path: string;
  readonly kind: string;
  readonly title: string;
  readonly date: string;
  /** Of a share: whether it is one of the k, not only of the n. Of a duration: whether it ended. */
  readonly counts: boolean;
}

/**
 * What one point of a series is made from: those that count first, then the newest first. Empty where it is made from
 * commits alone.
 */
export function entriesBehind(log: Timeline, key: SeriesKey, span: PointSpan): readonly Behind[] {
  return measures[key]
    .behind({ log, end: span.end }, span.from)
    .map(({ file: { id, path, kind, title, date }, counts }) => ({ id, path, kind, title, date, counts }))
    .toSorted(
      (a, b) =>
        Number(b.counts) - Number(a.counts) ||
        (a.date === b.date ? (a.path < b.path ? -1 : 1) : a.date < b.date ? 1 : -1),
    );
}
