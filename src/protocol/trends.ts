import type { Chart, ChartPoint } from '../core/charts/chart.ts';
import { chartColours, chartMarks, chartUnits } from '../core/charts/chart.ts';
import { type BucketLength, bucketLengths } from '../core/trends/buckets.ts';
import {
  type Guard,
  isCount,
  isFlag,
  isNothing,
  isNumber,
  listOf,
  oneOf,
  orNull,
  pairOf,
  shape,
  text,
} from './guard.ts';

/** How far back the charts go: 26 weeks, one year, two years, or to the beginning of the log. */
export const periods = ['halfYear', 'year', 'twoYears', 'all'] as const;

export type Period = (typeof periods)[number];

/** What a person chose to look at. A person cannot be chosen. */
export interface TrendsChoice {
  readonly period: Period;
  readonly every: BucketLength;
  /** Which log, where there are several. */
  readonly log?: string;
  readonly area?: string;
  readonly tag?: string;
}

/** Whether there are figures, and if not, why. */
export const trendsAvailabilities = [
  'loading',
  'ready',
  'empty',
  'absent',
  'leftOut',
  'unreadable',
  'noFolder',
  'virtual',
] as const;

export type TrendsAvailability = (typeof trendsAvailabilities)[number];

/** How far git’s history is known. */
export const historyStates = ['ok', 'reading', 'stopped', 'restricted', 'missing'] as const;

export type HistoryState = (typeof historyStates)[number];

/** A file of the log, to be opened. */
export interface FileLink {
  readonly path: string;
  readonly kind: string;
  readonly title: string;
  /** What is said of it here: a date, an age, whether it counts. */
  readonly note: string;
}

/** One row of a list: files that belong together, or words where there is no file. */
export interface ListRow {
  readonly files: readonly FileLink[];
  readonly words: string;
}

/** One indicator in words. */
export interface FigureView {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  /** The same where there is little room. */
  readonly brief: string;
  readonly before: string;
  readonly span: string;
  readonly finding: string;
  readonly meaning: string;
  /** It has a chart, which comes by itself. */
  readonly isDrawn: boolean;
  /** What a list says better than a number, and how many more rows there are. */
  readonly rows: readonly ListRow[];
  readonly moreRows: number;
}

/** Thanks, as the kudos board shows them. */
export interface ThanksView {
  readonly path: string;
  readonly title: string;
  /** Who is thanked, as whoever wrote it named them; may be empty. */
  readonly people: readonly string[];
  /** The day in words. */
  readonly day: string;
}

/** A survey with its rounds. */
export interface SurveyView {
  readonly name: string;
  readonly finding: string;
  /** What the numbers mean. */
  readonly scale: string;
  /** That rounds cannot be compared; empty where all can. */
  readonly change: string;
  readonly chart: ChartView;
  /** Those of the newest round, in its order. */
  readonly statements: readonly StatementView[];
  readonly moreStatements: number;
}

/** How the answers to a statement moved. */
export interface StatementView {
  readonly text: string;
  readonly now: string;
  readonly before: string;
  /** One for each round of the chart; null where it cannot be compared with the newest. */
  readonly means: readonly (number | null)[];
  /** The same in words. */
  readonly words: string;
}

/** Everything but the charts, most of which follow. */
export interface TrendsState {
  /** Grows with every answer: a chart of another one is out of date. */
  readonly revision: number;
  readonly availability: TrendsAvailability;
  readonly choice: TrendsChoice;
  readonly logs: readonly { readonly id: string; readonly name: string }[];
  /** Those with the most entries first. */
  readonly areas: readonly string[];
  readonly tags: readonly string[];
  /** The first in numbers: how many, how sure, and how many for a span of work; each may be empty. */
  readonly headline: { readonly value: string; readonly interval: string; readonly perPerson: string };
  readonly figures: readonly FigureView[];
  /** The thanks of the period, the newest first, and how many more there are. */
  readonly thanks: readonly ThanksView[];
  readonly moreThanks: number;
  /** Those that were asked; none of a part of the log. */
  readonly surveys: readonly SurveyView[];
  /** No other figures of this revision will come, nor anything else of it but charts. */
  readonly isWhole: boolean;
  /** That of the first figure, where it does not follow. */
  readonly chart?: ChartView;
  /** What was left out, and of which files. */
  readonly notes: readonly { readonly message: string; readonly files: readonly FileLink[] }[];
  readonly history: HistoryState;
}

/** One point in words, as the table beside the chart has it. */
export interface PointView {
  readonly title: string;
  readonly words: string;
  /** Entries are behind it. */
  readonly hasEntries: boolean;
}

export interface ChartView {
  readonly revision: number;
  readonly key: string;
  readonly chart: Chart;
  /** One for each of the chart's. */
  readonly points: readonly PointView[];
}

const mostPoints = 3000;
const longestText = 1000;
const isWord = text(300);

export const isTrendsChoice: Guard<TrendsChoice> = shape(
  { period: oneOf(periods), every: oneOf(bucketLengths) },
  { log: text(longestText), area: isWord, tag: isWord },
);

const isFileLink: Guard<FileLink> = shape({
  path: text(longestText),
  kind: text(100),
  title: text(longestText),
  note: text(longestText),
});

const isListRow: Guard<ListRow> = shape({ files: listOf(isFileLink, 50), words: text(longestText) });

const isFigureView: Guard<FigureView> = shape({
  key: text(50),
  name: isWord,
  value: text(longestText),
  brief: text(longestText),
  before: isWord,
  span: isWord,
  finding: text(longestText),
  meaning: text(longestText),
  isDrawn: isFlag,
  rows: listOf(isListRow, 200),
  moreRows: isCount,
});

const isChartPoint: Guard<ChartPoint> = shape(
  {
    label: isWord,
    group: isWord,
    value: orNull(isNumber),
    interval: orNull(pairOf(isNumber)),
    finished: isFlag,
  },
  { isApart: isFlag },
);

const isChart: Guard<Chart> = shape(
  {
    id: text(50),
    title: text(longestText),
    description: text(2000),
    mark: oneOf(chartMarks),
    colour: oneOf(chartColours),
    unit: oneOf(chartUnits),
    points: listOf(isChartPoint, mostPoints),
  },
  { foot: isNumber, top: isNumber },
);

export const isChartView: Guard<ChartView> = shape({
  revision: isCount,
  key: text(50),
  chart: isChart,
  points: listOf(shape({ title: isWord, words: isWord, hasEntries: isFlag }), mostPoints),
});

const isThanksView: Guard<ThanksView> = shape({
  path: text(longestText),
  title: text(longestText),
  people: listOf(isWord, 50),
  day: isWord,
});

const isSurveyView: Guard<SurveyView> = shape({
  name: isWord,
  finding: text(longestText),
  scale: text(longestText),
  change: text(longestText),
  chart: isChartView,
  statements: listOf(
    shape({
      text: isWord,
      now: isWord,
      before: isWord,
      means: listOf(orNull(isNumber), mostPoints),
      words: text(60_000),
    }),
    100,
  ),
  moreStatements: isCount,
});

export const isTrendsState: Guard<TrendsState> = shape(
  {
    revision: isCount,
    availability: oneOf(trendsAvailabilities),
    choice: isTrendsChoice,
    logs: listOf(shape({ id: text(longestText), name: isWord }), 100),
    areas: listOf(isWord, 2000),
    tags: listOf(isWord, 2000),
    headline: shape({ value: isWord, interval: isWord, perPerson: isWord }),
    figures: listOf(isFigureView, 50),
    thanks: listOf(isThanksView, 50),
    moreThanks: isCount,
    surveys: listOf(isSurveyView, 50),
    isWhole: isFlag,
    notes: listOf(shape({ message: text(longestText), files: listOf(isFileLink, 200) }), 50),
    history: oneOf(historyStates),
  },
  { chart: isChartView },
);

const isPointName = shape({ revision: isCount, key: text(50), at: isCount });

/** What the extension serves to the trends panel. */
export const trendsHost = {
  /**
   * The page is there, or something else was chosen: what it shows, with the charts to follow. A page that has nothing
   * yet gets the first figure with its chart, and then the rest.
   */
  open: { input: orNull(isTrendsChoice), output: isTrendsState },
  /** Everything of this revision can be seen. */
  drawn: { input: isCount },
  /** Opens the entry behind a point, or lets the person pick one of several. */
  showEntries: { input: isPointName },
  /** Opens a file of the log. */
  openFile: { input: text(longestText) },
  stopReading: { input: isNothing },
  readHistory: { input: isNothing },
  startLog: { input: isNothing },
  logExperiment: { input: isNothing },
  logKudos: { input: isNothing },
  openFolder: { input: isNothing },
  manageTrust: { input: isNothing },
} as const;

/** What the trends panel serves to the extension. */
export const trendsView = {
  /** The figures are other ones. */
  show: { input: isTrendsState },
  /** Bring a part of the page into sight: an indicator, or the kudos. */
  goTo: { input: text(50) },
  /** A chart is there. */
  draw: { input: isChartView },
} as const;
