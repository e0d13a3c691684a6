/** A link to a commit, as it stands in the front matter. Only `sha` is certain to be there. */
export interface CommitLink {
  /** Full hash, 40 or 64 lower-case hexadecimal digits. */
  readonly sha: string;
  readonly subject?: string;
  /** ISO 8601 in UTC. */
  readonly authored?: string;
  /** `git patch-id --stable` of the commit's diff. */
  readonly patch?: string;
  /** The same of the whole change of its branch. */
  readonly range?: string;
  /** The first 20 paths that it touches, outside the log's folder. */
  readonly paths?: readonly string[];
  /** A `Change-Id`. */
  readonly change?: string;
  /** The number of a pull request. */
  readonly pr?: number;
}

/** A place in the code: re-found by the text of its line when lines have moved. */
export interface CodePlace {
  /** POSIX, from the root of the repository. */
  readonly path: string;
  /** From 1. Absent: the whole file. */
  readonly line?: number;
  /** The text of that line when the place was noted, without surrounding white space. */
  readonly text?: string;
}

/** What an entry's file says, except for its body. Lists are empty where the file has none. */
export interface Entry {
  readonly id: string;
  /** One of `entryKinds`, or a word that a newer version wrote: shown as it is and never counted. */
  readonly kind: string;
  /** The day it happened, ISO 8601 date. */
  readonly date: string;
  readonly title: string;
  /** POSIX path from the root of the repository. */
  readonly path: string;
  readonly tags: readonly string[];
  readonly people: readonly string[];
  readonly commits: readonly CommitLink[];
  readonly code: readonly CodePlace[];
  /** Ids of earlier entries or meetings that this one follows from. */
  readonly links: readonly string[];
  /** Filled in with the kind's first state where the file has none; absent for kinds without states. */
  readonly status?: string;
  readonly outcome?: string;
  readonly owner?: string;
  readonly due?: string;
  readonly started?: string;
  readonly timebox?: string;
  readonly concluded?: string;
  readonly closed?: string;
  readonly reason?: string;
  readonly imported?: string;
  /** For an experiment: whether its body states a hypothesis and a measure. */
  readonly testable?: boolean;
}
