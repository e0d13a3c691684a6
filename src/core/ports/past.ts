import type { Cancellation } from './cancellation.ts';
import type { GitAnswer } from './git.ts';

/** A commit with what was said about it. Who made it is not asked. */
export interface PastCommit {
  /** Full hash, 40 or 64 lower-case hexadecimal digits. */
  readonly sha: string;
  /** Full hashes; more than one of a merge, none of a first commit. */
  readonly parents: readonly string[];
  /** When its author made it: ISO 8601 in UTC, `2026-11-22T09:14:03Z`. */
  readonly authored: string;
  /** The day that was for its author: ISO 8601 date. */
  readonly day: string;
  /** The whole message as it is stored, up to 32,768 UTF-16 units. */
  readonly message: string;
}

/** A tag of a commit. */
export interface PastTag {
  readonly name: string;
  /** Full hash of the commit. */
  readonly sha: string;
  /** When the tag was made, or the commit where the tag has no date of its own: seconds since 1970-01-01T00:00:00Z. */
  readonly seconds: number;
}

/** What a commit touched; a merge, against its first parent. */
export interface Touched {
  /** The first 20 paths outside the log's folder, POSIX, from the root of the work tree. */
  readonly paths: readonly string[];
  /** The first 20 paths in the log's folder, POSIX, from the root that the log's own paths are from. */
  readonly log: readonly string[];
}

/**
 * Reads what commit messages and tags say about the past, of the repository that holds the log. As safe as `Git`.
 * Every question is bounded by its limit; between two steps of one it is looked whether it was cancelled, which
 * is `failed`.
 */
export interface Past {
  /** The newest `limit` commits that HEAD reaches, merges included, HEAD's own first. */
  commits(limit: number, cancellation?: Cancellation): Promise<GitAnswer<readonly PastCommit[]>>;

  /** The newest `limit` tags of commits, newest first. */
  tags(limit: number, cancellation?: Cancellation): Promise<GitAnswer<readonly PastTag[]>>;

  /** What each of some commits touched, by full hash. One that is not there makes the answer a failure. */
  touched(
    shas: readonly string[],
    cancellation?: Cancellation,
  ): Promise<GitAnswer<ReadonlyMap<string, Touched>>>;
}
