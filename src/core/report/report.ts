import type { AuditComparison } from '../audit/compareAudits.ts';
import type { LoopGap } from '../loops/openLoops.ts';
import type { Chart } from '../charts/chart.ts';
import type { Change } from '../trends/figureWords.ts';
import type { ShownFigure } from '../trends/shownFigures.ts';
import type { Trends } from '../trends/trends.ts';
import type { Window } from '../trends/windows.ts';

/** An entry that a report names, and where it is. */
export interface EntryLink {
  readonly title: string;
  /** POSIX, from the log's root. */
  readonly path: string;
  /** ISO 8601 date. */
  readonly date: string;
}

/** An experiment that ended in the time of a report. */
export interface Tried {
  readonly entry: EntryLink;
  /** As the file has it. */
  readonly outcome: string;
  readonly concluded: string;
  /** Days from its start to its end; absent where nobody said when it started. */
  readonly days?: number;
  /** In one line; absent where the file could not be read. */
  readonly hypothesis?: string;
  readonly result?: string;
  /** The learnings that came of it, the earliest first. */
  readonly learned: readonly EntryLink[];
}

/** A learning, and the failures and experiments that it came of. */
export interface Learned {
  readonly entry: EntryLink;
  readonly from: readonly EntryLink[];
}

/** A thing that the team means to get better at, and what carries it. */
export interface Planned {
  readonly title: string;
  /** In one line; empty where the plan does not say. */
  readonly why: string;
  readonly carriers: readonly {
    readonly entry: EntryLink;
    /** The day, and the outcome of an experiment or the state of an action; absent for what had not ended. */
    readonly ended?: { readonly on: string; readonly as: string };
  }[];
}

/** What was settled or learned, and the failures in which it came back. */
export interface CameBack {
  readonly entry: EntryLink;
  readonly failures: readonly EntryLink[];
  /** The tags and paths that they share. */
  readonly shared: readonly string[];
}

/** A failure or a learning that nothing had come of on the last day. */
export interface UnclosedLoop {
  readonly entry: EntryLink;
  readonly gap: LoopGap;
  /** What had been settled before it came back; empty for the other gaps. */
  readonly settled: readonly EntryLink[];
}

/** What had not ended on the last day. */
export interface StillOpen {
  readonly entry: EntryLink;
  /** Days since it began. */
  readonly age: number;
  /** Days to the day that was set for it, negative after it; absent where none was set. */
  readonly left?: number;
}

/** A statement of an audit with its score. */
export interface ScoredStatement {
  readonly text: string;
  /** After reversing: the highest is the best. */
  readonly score: number;
}

/** What the last audit came to. */
export interface ReportedAudit {
  readonly page: EntryLink;
  /** The highest score there is. */
  readonly best: number;
  /** At most three from each end, the weakest and the strongest first; no statement is in both. */
  readonly weakest: readonly ScoredStatement[];
  readonly strongest: readonly ScoredStatement[];
  /** Absent where it was the first. */
  readonly since?: {
    readonly page: EntryLink;
    readonly comparison: AuditComparison;
    /** Those with another score than before, the largest moves first. */
    readonly moved: readonly (ScoredStatement & { readonly before: number })[];
  };
}

/** A survey that was asked in retros, and what its rounds came to. */
export interface ReportedSurvey {
  readonly name: string;
  /** The earliest first. */
  readonly rounds: readonly {
    readonly page: EntryLink;
    /** Its mean, over all statements, and whether it is a comparison. */
    readonly words: string;
    /** How many answered, as a band: `5-7`. */
    readonly answers: string;
  }[];
}

/** How often something was done in the time of a report, and in the same time before. */
export interface ComparedCount {
  readonly name: string;
  readonly now: number;
  readonly before: number;
  /** Both with their intervals, in words. */
  readonly nowWords: string;
  readonly beforeWords: string;
  readonly change: Change;
}

/** An indicator with what it means and how it went. */
export interface ReportedFigure extends ShownFigure {
  /** What was found, as a sentence without its full stop. */
  readonly finding: string;
  readonly meaning: string;
  /** Absent where there is nothing over time to draw. */
  readonly chart?: Chart;
  /** The same as a table: each bucket and its words. */
  readonly rows: readonly (readonly [string, string])[];
}

/** A list of which only the first are given. */
export interface Listed<T> {
  readonly shown: readonly T[];
  /** How many more there are. */
  readonly more: number;
}

/** What was left out, and which files. */
export interface LeftOut {
  readonly message: string;
  readonly files: Listed<EntryLink>;
}

/** All that a report says about one log. */
export interface LogReport {
  /** The team's name, or that of the folder. */
  readonly name: string;
  readonly summary: string;
  readonly counts: readonly ComparedCount[];
  readonly plan: Listed<Planned>;
  readonly tried: Listed<Tried>;
  readonly learned: Listed<Learned>;
  readonly cameBack: Listed<CameBack>;
  readonly loops: Listed<UnclosedLoop>;
  /** The retros of that time, the earliest first. */
  readonly retros: Listed<EntryLink>;
  readonly running: Listed<StillOpen>;
  readonly actions: Listed<StillOpen>;
  readonly blockers: Listed<StillOpen>;
  /** Absent where there is none up to the last day. */
  readonly audit?: ReportedAudit;
  readonly surveys: readonly ReportedSurvey[];
  readonly figures: readonly ReportedFigure[];
  readonly leftOut: readonly LeftOut[];
  /** What the figures are made of: the same as `retrolog trends --json` prints for those days. */
  readonly trends: Trends;
}

/** What several logs come to together. */
export interface Totals {
  readonly summary: string;
  readonly counts: readonly ComparedCount[];
  readonly figures: readonly ShownFigure[];
}

/** A report over the logs of one or of several repositories. */
export interface Report {
  readonly window: Window;
  /** The same span just before. */
  readonly before: Window;
  readonly logs: readonly LogReport[];
  /** Where there are several. */
  readonly totals?: Totals;
}
