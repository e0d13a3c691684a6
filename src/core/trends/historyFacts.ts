import type { DatedList } from './datedList.ts';

/** One commit by people, as figures need it. Who they are is an opaque word that is the same for one person. */
export interface CommitFact {
  /** The day on which its author made it, in the team's time zone: ISO 8601 date. */
  readonly day: string;
  /** Its author and co-authors, without bots and agents; never empty. */
  readonly people: readonly string[];
  /**
   * Areas of the code that it touches, by where their files are today. None for a merge, for one that touches more
   * than 100 files, and where that was not read.
   */
  readonly areas: readonly string[];
}

/** What became of one file of the log, by its path today. */
export interface FileFact {
  /** Who added it; empty where a bot did, and where that was not read. */
  readonly people: readonly string[];
  /** The days on which it was changed, in the order of the log: the one on which it was added comes last. */
  readonly days: readonly string[];
  /** It was changed before those as well, so long ago that it was not read: before `since`. */
  readonly earlier?: true;
}

/** A commit whose message names an entry. */
export interface MentionFact {
  /** In lower case. */
  readonly id: string;
  readonly day: string;
  readonly people: readonly string[];
}

/**
 * What git knows that figures need: who did what when, after `.mailmap`, without bots and agents. It holds words for
 * people only so that they can be told apart; nothing of it is ever shown.
 */
export interface HistoryFacts {
  readonly commits: DatedList<CommitFact>;
  /** The people of names and of addresses, both in lower case. */
  readonly known: ReadonlyMap<string, string>;
  /** Files of the log that are committed, by their path from the log's root. */
  readonly files: ReadonlyMap<string, FileFact>;
  readonly mentions: readonly MentionFact[];
  /** From this day on it was read what commits did, and of files that were asked for from the start; `''`: always. */
  readonly since: string;
  /** Who a commit made now would be by; absent where git has nobody configured. */
  readonly me?: string;
}

/** The facts, or why there are none. Neither of the others is ever taken for a history without commits. */
export type HistoryAnswer =
  | { readonly state: 'ok'; readonly facts: HistoryFacts }
  /** There is no repository, or nobody asked it. */
  | { readonly state: 'notCollected' }
  /** It is being read: nobody knows yet. */
  | { readonly state: 'reading' }
  /** A shallow or partial clone, or a git that failed. */
  | { readonly state: 'incomplete'; readonly reason: string };
