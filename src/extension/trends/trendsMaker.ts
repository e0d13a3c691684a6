import { addDays } from '../../core/dates.ts';
import type { Entry } from '../../core/entries/entry.ts';
import type { Page } from '../../core/format/parseFile.ts';
import type { BucketLength } from '../../core/trends/buckets.ts';
import { chartOf } from '../../core/trends/chartOf.ts';
import { bucketTitle } from '../../core/trends/bucketName.ts';
import { isMissing } from '../../core/trends/figures.ts';
import { pointWords } from '../../core/trends/pointWords.ts';
import { type Series, type SeriesKey, type SeriesPoint, spansOf } from '../../core/trends/series.ts';
import { pointAt, seriesFrame } from '../../core/trends/seriesOf.ts';
import { type LogFacts, type Timeline, timelineInSteps } from '../../core/trends/timeline.ts';
import type { Trends } from '../../core/trends/trends.ts';
import { trendsInSteps } from '../../core/trends/trendsOf.ts';
import { daysUpTo, type Window } from '../../core/trends/windows.ts';
import { TimeSlice } from '../../node/files/timeSlice.ts';
import type { ChartView, Period } from '../../protocol/trends.ts';

/** A log laid out, its figures, and what was drawn of them. */
export interface MadeTrends {
  readonly log: Timeline;
  readonly trends: Trends;
}

const spans: Readonly<Record<Exclude<Period, 'all'>, number>> = { halfYear: 182, year: 364, twoYears: 728 };
/** What is older has a wrong date. */
const longest = 7300;

/** Makes the figures, and lets others have their turn meanwhile. */
export async function makeTrends(facts: LogFacts, window: Window, every: BucketLength): Promise<MadeTrends> {
  const log = await inTurns(timelineInSteps(facts));
  return { log, trends: await inTurns(trendsInSteps(log, window, every)) };
}

/** Takes step after step, and lets others have their turn in between. */
export async function inTurns<T>(steps: Generator<void, T>): Promise<T> {
  const slice = new TimeSlice();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) {
      return value;
    }
    if (slice.isOver()) {
      await slice.next();
    }
  }
}

/**
 * Makes the points of an indicator, and lets others have their turn meanwhile.
 *
 * @returns `undefined` where there are none, or where nobody waits for them any more
 */
export async function makeSeries(
  { log, trends }: MadeTrends,
  key: SeriesKey,
  isWanted: () => boolean,
): Promise<Series | undefined> {
  const frame = seriesFrame(trends, key);
  if (isMissing(frame)) {
    return undefined;
  }
  const slice = new TimeSlice();
  const points: SeriesPoint[] = [];
  for (const span of spansOf(trends)) {
    points.push(pointAt(log, key, span));
    if (slice.isOver()) {
      await slice.next();
      if (!isWanted()) {
        return undefined;
      }
    }
  }
  return { ...frame, points };
}

/** A series as the page draws it and as its table has it. */
export function chartView(revision: number, trends: Trends, series: Series): ChartView {
  const { key, unit, points } = series;
  return {
    revision,
    key,
    chart: chartOf(trends, series),
    points: points.map((point) => ({
      title: bucketTitle(point.from, trends.every),
      words: pointWords(unit, point),
      hasEntries: key !== 'sharedAreas' && (point.n ?? point.value ?? 0) > 0,
    })),
  };
}

/** The days of a period up to today: where it is all of the log, from its first day, and no less than half a year. */
export function windowOf(
  { entries, pages }: { readonly entries: readonly Entry[]; readonly pages: readonly Page[] },
  period: Period,
  today: string,
): Window {
  if (period !== 'all') {
    return daysUpTo(today, spans[period]);
  }
  const earliest = addDays(today, -longest);
  let from = daysUpTo(today, spans.halfYear).from;
  for (const dated of [entries, pages]) {
    for (const { date } of dated) {
      from = date < from && date >= earliest ? date : from;
    }
  }
  return { from, to: today };
}

/** From the first to the last of the days on which the points of a window end. */
export function endsOf({ from, to }: Window, every: BucketLength): Window {
  return { from: spansOf({ from, to, every })[0]?.end ?? to, to };
}
