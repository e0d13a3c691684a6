import type { LoopGap } from '../loops/openLoops.ts';

/** An entry as a board shows it. */
export interface GivenEntry {
  readonly id: string;
  /** One of `entryKinds`, or a newer version's word. */
  readonly kind: string;
  readonly title: string;
  /** POSIX path from the root of the repository. */
  readonly path: string;
  /** ISO 8601 date. */
  readonly date: string;
  /** Who is thanked or was involved. */
  readonly people: readonly string[];
}

/** An action that was still open when the board was started. */
export interface GivenAction extends GivenEntry {
  /** A name; empty where nobody has it. */
  readonly owner: string;
  /** ISO 8601 date; empty where it has none. */
  readonly due: string;
}

/** An experiment that ended in the period, or runs past its time. */
export interface GivenExperiment extends GivenEntry {
  readonly status: string;
  /** One of `outcomes`; empty while it runs. */
  readonly outcome: string;
  /** ISO 8601 date; empty where it has none. */
  readonly timebox: string;
}

/** Why something waits: it is in the way, or something is missing after it. */
export const waits = ['inTheWay', 'cameBack', 'noLearning', 'noStep'] as const satisfies readonly (
  | 'inTheWay'
  | LoopGap
)[];

/** A blocker that is open, or an entry that nothing has come of yet. */
export interface GivenWaiting extends GivenEntry {
  readonly waits: (typeof waits)[number];
}

/** A tag of the period. */
export interface GivenRelease {
  readonly name: string;
  /** ISO 8601 date. */
  readonly date: string;
}

/** A commit of the period that took another one back. */
export interface GivenRevert {
  /** Full hash. */
  readonly sha: string;
  readonly subject: string;
  /** ISO 8601 date. */
  readonly date: string;
}

/** A figure of the team's learning, in words. */
export interface GivenFigure {
  readonly name: string;
  readonly value: string;
  /** The same before; empty where there is nothing to compare. */
  readonly before: string;
}

/** What really happened, as it was when the board was started. */
export interface Given {
  /** Entries of the period but for actions, and what was brought later and has no column; each stands in the first column of its kind, if there is one. */
  readonly entries: readonly GivenEntry[];
  readonly actions: readonly GivenAction[];
  readonly experiments: readonly GivenExperiment[];
  readonly releases: readonly GivenRelease[];
  readonly reverts: readonly GivenRevert[];
  readonly figures: readonly GivenFigure[];
  /** Cards that the last meeting left in its parking lot. */
  readonly parked: readonly string[];
  /** The oldest blockers first, then the newest open loops. Absent on boards that were started before there was this. */
  readonly waiting?: readonly GivenWaiting[];
}

export const nothingGiven: Given = {
  entries: [],
  actions: [],
  experiments: [],
  releases: [],
  reverts: [],
  figures: [],
  parked: [],
  waiting: [],
};
