import type { EntryKind } from '../entries/kinds.ts';
import type { PulseQuestion } from '../format/pulseData.ts';
import type { BucketLength } from './buckets.ts';
import type { Count, DurationFigure, Missing, Ratio, Share } from './figures.ts';
import type { Part } from './part.ts';

/** What happened in one bucket of time, as far as it lies within the days that were asked for. */
export interface Bucket {
  /** Its first day, even where that is before the days that were asked for. */
  readonly start: string;
  readonly entries: Readonly<Record<EntryKind, number>>;
  readonly experiments: { readonly started: number; readonly concluded: number };
  readonly actions: { readonly opened: number; readonly closed: number };
}

export interface ExperimentFlow {
  readonly started: number;
  /** Those running at the end, the oldest first. */
  readonly running: readonly { readonly id: string; readonly days: number }[];
  /** Those of them whose file nobody changed for 28 days. */
  readonly stale: readonly string[] | Missing;
  readonly concludedShare: Share;
}

/** Something that was settled or learned, and the failures in which it came back. */
export interface Returned {
  readonly id: string;
  readonly failures: readonly string[];
  /** The tags and paths that they share. */
  readonly shared: readonly string[];
}

export interface Recurrence extends Ratio {
  readonly items: readonly Returned[];
}

export interface Mobility extends Ratio {
  /** Areas, in the order of their names; never people. */
  readonly items: readonly string[];
}

export interface Spread {
  /** 0: all by one person; null where there is no entry to share. */
  readonly value: number | null;
  /** What it would be if all who wrote had written the same. */
  readonly max: number;
  /** How many wrote. */
  readonly n: number;
  readonly previous: number | null;
}

export interface Safety {
  readonly value: number;
  /** The upper end of the scale. */
  readonly max: number;
  /** How many answered, as a band. */
  readonly n: string;
  /** The round before, if it had the same wording and scale. */
  readonly previous?: number;
}

export interface Cadence {
  readonly meetings: number;
  readonly daysBetween: readonly number[];
}

/** What one round of a survey came to: means and a band, never anything of one person’s. */
export interface SurveyRound {
  readonly id: string;
  /** POSIX, from the root of the repository. */
  readonly path: string;
  /** ISO 8601 date. */
  readonly date: string;
  readonly wording: string;
  readonly scale: { readonly from: number; readonly to: number };
  /** How many answered, as a band. */
  readonly answers: string;
  /** Over all questions, after reversing. */
  readonly mean: number;
  /** It asked something else than the round before: the two are no comparison. */
  readonly changed: boolean;
  readonly questions: readonly (PulseQuestion & {
    /** The mean of the round before, if it asked this with the same wording and scale. */
    readonly previous?: number;
  })[];
}

/** A survey and its rounds, the earliest first. */
export interface SurveyTrend {
  /** Its key: `team-health`. */
  readonly survey: string;
  readonly rounds: readonly SurveyRound[];
}

/** Every indicator there is. None is about one person. */
export interface Indicators {
  readonly experimentationRate: Count;
  readonly experimentFlow: ExperimentFlow;
  readonly surpriseShare: Share;
  readonly learningRate: Count;
  readonly learningYield: Share;
  readonly timeToLearning: DurationFigure;
  readonly followThrough: Share;
  readonly timeToClose: DurationFigure;
  readonly recurrence: Recurrence;
  readonly participation: Share | Missing;
  readonly spread: Spread | Missing;
  readonly reuse: Share | Missing;
  readonly sharedAreas: Share | Missing;
  readonly internalMobility: Mobility | Missing;
  readonly psychologicalSafety: Safety | Missing;
  readonly recognition: Count;
  readonly cadence: Cadence | Missing;
}

/** What was left out of figures, or what they could not be made from. */
export interface Note {
  readonly code: string;
  readonly message: string;
  readonly paths?: readonly string[];
}

/** The figures of a team's learning, up to a day, of a log or of the part that is named. */
export interface Trends extends Part {
  readonly from: string;
  readonly to: string;
  readonly every: BucketLength;
  readonly buckets: readonly Bucket[];
  readonly indicators: Indicators;
  /** In the order of their keys. */
  readonly surveys: readonly SurveyTrend[] | Missing;
  readonly notes: readonly Note[];
}
