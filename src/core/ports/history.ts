import type { CommitLink } from '../entries/entry.ts';
import type { EntryLink, Grading } from '../links/grade.ts';
import type { Cancellation } from './cancellation.ts';
import type { TeamSettings } from '../team/teamSettings.ts';
import type { HistoryFacts } from '../trends/historyFacts.ts';
import type { HistoryNeed } from '../trends/historyNeed.ts';
import type { GitAnswer } from './git.ts';

/** A commit, as far as someone who looks for one needs it. */
export interface WalkedCommit {
  /** Full hash, 40 or 64 lower-case hexadecimal digits. */
  readonly sha: string;
  /** The first line of the message, as it is stored. May be empty. */
  readonly subject: string;
  /** Its author's name after `.mailmap`, as one line of plain text. */
  readonly author: string;
  /** When its author made it: seconds since 1970-01-01T00:00:00Z. */
  readonly authored: number;
  /** When it came to be as it is now: seconds since 1970-01-01T00:00:00Z. */
  readonly committed: number;
}

/** Which commits a walk passes. */
export interface WalkQuery {
  /** Any name that git knows for a commit; default: HEAD. */
  readonly from?: string;
  /** Only commits that touch a path which holds this text, upper and lower case alike. */
  readonly touching?: string;
  /** At most so many; default: all. */
  readonly limit?: number;
}

/** A commit whose message names an entry: `Retro: <id>`. It is as good as linked by that entry. */
export interface Mention extends Required<Pick<CommitLink, 'sha' | 'subject' | 'authored' | 'paths'>> {
  /** The id as the message has it. */
  readonly id: string;
}

/** Which commits may name an entry. */
export interface MentionQuery {
  /** Full hashes of commits; default: all that a branch, a remote-tracking branch, a tag or HEAD reaches. */
  readonly among?: readonly string[];
  /** ISO 8601 date: what was committed before that day is not looked at. */
  readonly since?: string;
}

/** How links are graded. */
export interface GradeOptions {
  /** Any name that git knows for a commit: what it reaches can take the place of what is gone. Default: HEAD. */
  readonly onto?: string;
  readonly cancellation?: Cancellation;
  /** Told now and then which share of the work is done, from 0 to 1. */
  readonly progress?: (share: number) => void;
}

/**
 * Reads the whole history of the repository that holds the log, as a stream. What it learns is kept, so that
 * asking again costs little. As safe as `Git`: it runs no program that the repository's configuration names, asks
 * nothing over the network, and stops a git that is silent for 15 seconds. What is cancelled is `failed`.
 */
export interface History {
  /**
   * All that a link to a commit carries, taken now: its subject, author time, patch-id, `Change-Id`, pull
   * request, paths, and the patch-id of the whole change of its branch. `undefined` where the full hash is no
   * commit here.
   */
  describe(sha: string): Promise<GitAnswer<CommitLink | undefined>>;

  /**
   * The same for many, by their full hashes: those that are merged already cost a few processes together and not a
   * few each. What is no commit here is not in the answer.
   */
  describeAll(
    shas: readonly string[],
    cancellation?: Cancellation,
  ): Promise<GitAnswer<ReadonlyMap<string, CommitLink>>>;

  /** Which commits some links mean today. A name in `onto` that is no commit's is a failure. */
  grade(links: readonly EntryLink[], options?: GradeOptions): Promise<GitAnswer<Grading>>;

  /** Those of the full hashes that are commits here and in none of the branches that work is merged into. */
  unmerged(shas: readonly string[]): Promise<GitAnswer<ReadonlySet<string>>>;

  /**
   * Passes commits, newest first, in batches as they come. Returning `false` ends the walk. Answers how many
   * commits were passed.
   */
  walk(
    query: WalkQuery,
    take: (commits: readonly WalkedCommit[]) => boolean | void,
    cancellation?: Cancellation,
  ): Promise<GitAnswer<number>>;

  /** Every commit whose message names an entry, newest first. */
  mentions(query?: MentionQuery, cancellation?: Cancellation): Promise<GitAnswer<readonly Mention[]>>;

  /**
   * Where history stands: the full hash of HEAD (empty where there is no commit yet), then those of everything that a
   * branch, a remote-tracking branch or a tag points at. Another list: it has moved.
   */
  tips(): Promise<GitAnswer<readonly string[]>>;

  /**
   * Who did what when of all that HEAD reaches, as far as figures need it; it may tell more. Where the log's root is
   * below that of the work tree, only what touches it. What was read is kept while HEAD stays, and where nothing
   * changed the answer is the same object. `incomplete`: the clone is shallow or partial, nothing was read.
   */
  facts(
    team: TeamSettings,
    need: HistoryNeed,
    cancellation?: Cancellation,
  ): Promise<GitAnswer<HistoryFacts | 'incomplete'>>;
}
