import { isMissing, type Missing } from './figures.ts';
import { requireHistory } from './historyNeed.ts';
import { measures, type Reading } from './measures.ts';
import { type PointSpan, type Series, type SeriesKey, type SeriesPoint, spansOf } from './series.ts';
import { allCommits, firstDay, type Timeline } from './timeline.ts';
import type { Trends } from './trends.ts';

/** These need commits, and begin with them. */
const ofCommits: ReadonlySet<SeriesKey> = new Set(['participation', 'sharedAreas']);

/** What is shown of a series besides its points. */
export type SeriesFrame = Omit<Series, 'points'>;

/**
 * An indicator at the end of each bucket, over its own window up to there, or why there is none. The last point is
 * the figure itself.
 *
 * @param trends the figures that `trendsIn` made of this log
 */
export function seriesOf(log: Timeline, trends: Trends, key: SeriesKey): Series | Missing {
  const frame = seriesFrame(trends, key);
  return isMissing(frame)
    ? frame
    : { ...frame, points: spansOf(trends).map((span) => pointAt(log, key, span)) };
}

/** A series without its points, for whoever makes these one by one; or why there is none. */
export function seriesFrame({ indicators }: Trends, key: SeriesKey): SeriesFrame | Missing {
  const figure = indicators[key];
  if (isMissing(figure)) {
    return figure;
  }
  const { unit } = measures[key];
  const top = key === 'psychologicalSafety' && 'max' in figure ? figure.max : topOf[unit];
  return { key, unit, ...(top === undefined ? {} : { top }) };
}

/** An indicator at the end of one bucket. */
export function pointAt(log: Timeline, key: SeriesKey, span: PointSpan): SeriesPoint {
  requireHistory(log.history, span.end);
  const first = ofCommits.has(key) ? log.kept(firstCommit) : log.kept(firstDay);
  const hasBegun = first !== undefined && first <= span.end;
  const { value, interval, k, n, gap }: Reading = hasBegun
    ? measures[key].read({ log, end: span.end }, span.from)
    : { value: null, interval: null, gap: 'before' };
  return {
    ...span,
    value,
    interval,
    ...(k === undefined ? {} : { k }),
    ...(n === undefined ? {} : { n }),
    ...(gap === undefined ? {} : { gap }),
  };
}

const topOf = { count: undefined, days: undefined, score: undefined, share: 1, index: 1 } as const;

function firstCommit(log: Timeline): string | undefined {
  return log.kept(allCommits).firstDay;
}
