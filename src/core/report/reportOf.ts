import { displayText } from '../entries/displayText.ts';
import type { ThingState } from '../plan/planState.ts';
import type { Survey } from '../pulse/survey.ts';
import type { BucketLength } from '../trends/buckets.ts';
import { bucketTitle } from '../trends/bucketName.ts';
import { chartOf } from '../trends/chartOf.ts';
import { isMissing } from '../trends/figures.ts';
import { findingOf } from '../trends/findings.ts';
import { meaningOf } from '../trends/meanings.ts';
import { meetingsIn } from '../trends/meetings.ts';
import { pointWords } from '../trends/pointWords.ts';
import type { SeriesKey } from '../trends/series.ts';
import { seriesOf } from '../trends/seriesOf.ts';
import { shownFigures } from '../trends/shownFigures.ts';
import type { Timeline } from '../trends/timeline.ts';
import type { Note, Trends } from '../trends/trends.ts';
import { trendsIn } from '../trends/trendsOf.ts';
import { daysBetween, type Window, windowBefore } from '../trends/windows.ts';
import { auditAt } from './auditAt.ts';
import { surveysAt } from './surveysAt.ts';
import { cameBack } from './cameBack.ts';
import { addedCounts, comparedCounts, type SpanCounts, spanCounts } from './comparedCounts.ts';
import { linkTo, listedAs } from './listed.ts';
import { plannedAt } from './planned.ts';
import { pooledIndicators } from './pooledIndicators.ts';
import type { LeftOut, LogReport, Report, ReportedFigure, Totals } from './report.ts';
import { actionsAt, blockersAt, runningAt } from './stillOpen.ts';
import { summaryOf } from './summaryOf.ts';
import { unclosedLoops } from './unclosedLoops.ts';
import { type BodyOf, learnedIn, triedIn } from './tried.ts';

/** One log that a report is about. */
export interface ReportedLog {
  /** The team's name, or that of the folder. */
  readonly name: string;
  readonly log: Timeline;
  readonly bodyOf: BodyOf;
  /** The team's plan; empty where it has none. */
  readonly plan: readonly ThingState[];
  /** The team’s own surveys; default: it has none. */
  readonly surveys?: readonly Survey[];
}

/** Points of a chart that are a week apart can be told from each other up to so many days. */
const mostWeeks = 371;
const mostMonths = 1300;

/**
 * The days on which the figures of a report end: its charts go back to the beginning of the span before, which is
 * what its history has to be read for.
 */
export function endsOf(window: Window): Window {
  return { from: windowBefore(window).from, to: window.to };
}

/** Makes a report over some logs. A function of its input alone. */
export function reportOf(logs: readonly ReportedLog[], window: Window): Report {
  const before = windowBefore(window);
  const told = logs.map((one) => ({ one, ...figuresOf(one.log, window, before) }));
  const reports = told.map(({ one, trends, counts, countsBefore }) =>
    logReport(
      one,
      window,
      trends,
      summaryOf(counts, countsBefore, window),
      comparedCounts(counts, countsBefore),
    ),
  );
  return { window, before, logs: reports, ...(told.length < 2 ? {} : { totals: totalsOf(told, window) }) };
}

interface Figures {
  readonly trends: Trends;
  readonly counts: SpanCounts;
  readonly countsBefore: SpanCounts;
}

function figuresOf(log: Timeline, window: Window, before: Window): Figures {
  const trends = trendsIn(log, window, lengthFor(endsOf(window)));
  return {
    trends,
    counts: spanCounts(trends),
    countsBefore: spanCounts(trendsIn(log, before, trends.every)),
  };
}

function totalsOf(told: readonly (Figures & { readonly one: ReportedLog })[], window: Window): Totals {
  const counts = addedCounts(told.map((one) => one.counts));
  const countsBefore = addedCounts(told.map((one) => one.countsBefore));
  const pooled = told.map(({ one, trends }) => ({
    scene: { log: one.log, end: window.to },
    indicators: trends.indicators,
  }));
  return {
    summary: summaryOf(counts, countsBefore, window),
    counts: comparedCounts(counts, countsBefore),
    figures: shownFigures(pooledIndicators(pooled)),
  };
}

function logReport(
  { name, log, bodyOf, plan, surveys = [] }: ReportedLog,
  window: Window,
  trends: Trends,
  summary: string,
  counts: LogReport['counts'],
): LogReport {
  const scene = { log, end: window.to };
  const { indicators } = trends;
  const audit = auditAt(scene);
  return {
    name: displayText(name),
    summary,
    counts,
    plan: plannedAt(plan, window.to),
    tried: triedIn(scene, window, bodyOf),
    learned: learnedIn(scene, window),
    cameBack: cameBack(indicators.recurrence, log),
    loops: unclosedLoops(scene),
    retros: listedAs(meetingsIn(log, window), linkTo),
    running: runningAt(scene, indicators.experimentFlow),
    actions: actionsAt(scene),
    blockers: blockersAt(scene),
    ...(audit === undefined ? {} : { audit }),
    surveys: surveysAt(trends, log.pages, surveys),
    figures: reportedFigures(log, { ...trends, from: endsOf(window).from }),
    leftOut: trends.notes.map((note) => leftOut(note)),
    trends,
  };
}

/** @param over the figures, over all the days that charts show */
function reportedFigures(log: Timeline, over: Trends): readonly ReportedFigure[] {
  return shownFigures(over.indicators).map((figure) => ({
    ...figure,
    finding: findingOf(over.indicators, figure.key),
    meaning: meaningOf(figure.key),
    rows: [],
    ...(figure.key === 'internalMobility' ? {} : overTime(log, over, figure.key)),
  }));
}

function overTime(
  log: Timeline,
  over: Trends,
  key: SeriesKey,
): Partial<Pick<ReportedFigure, 'chart' | 'rows'>> {
  const series = seriesOf(log, over, key);
  if (isMissing(series)) {
    return {};
  }
  return {
    ...(series.points.every(({ value }) => value === null) ? {} : { chart: chartOf(over, series) }),
    rows: series.points.map((point) => [bucketTitle(point.from, over.every), pointWords(series.unit, point)]),
  };
}

function lengthFor({ from, to }: Window): BucketLength {
  const days = daysBetween(from, to);
  return days <= mostWeeks ? 'week' : days <= mostMonths ? 'month' : 'quarter';
}

function leftOut({ message, paths = [] }: Note): LeftOut {
  return {
    message: displayText(message, 500),
    files: listedAs(paths, (path) => ({ title: displayText(path), path, date: '' })),
  };
}
