import type { Identity } from '../git/identity.ts';

/** What git answered. "Could not read" is never an empty list. */
export type GitAnswer<T> =
  | { readonly state: 'ok'; readonly value: T }
  | { readonly state: 'noRepository' }
  | { readonly state: 'failed'; readonly reason: string };

/** A commit, as far as a link needs it. */
export interface Commit {
  /** Full hash, 40 or 64 lower-case hexadecimal digits. */
  readonly sha: string;
  /** The first line of the message, as it is stored. May be empty. */
  readonly subject: string;
  /** When its author made it: ISO 8601 in UTC, `2026-11-22T09:14:03Z`. */
  readonly authored: string;
  /** Its author's name after `.mailmap`. */
  readonly author: string;
  /** The first 20 paths that it touches outside the log's folder, POSIX, from the root of the work tree. */
  readonly paths: readonly string[];
}

/** Where the work tree stands. */
export interface Head {
  /** Absent where the repository has no commit yet. */
  readonly sha?: string;
  /** Absent where HEAD is detached. */
  readonly branch?: string;
  /** History is cut off: parents are missing here that exist elsewhere. */
  readonly incomplete: boolean;
}

/**
 * Reads the repository that holds the log. Runs no program that the repository's configuration names, takes
 * no lock, asks nothing over the network, prompts for nothing, and gives up after 15 seconds.
 */
export interface Git {
  head(): Promise<GitAnswer<Head>>;

  /**
   * The one commit that `revision` names, `undefined` where it names none (or a blob, a tree, or two).
   * The text is data: it is never read as an option.
   */
  resolve(revision: string): Promise<GitAnswer<Commit | undefined>>;

  /** Commits that HEAD reaches, newest first; merges are left out. `mine`: those of the configured user. */
  recent(query: { readonly mine: boolean; readonly limit: number }): Promise<GitAnswer<readonly Commit[]>>;

  /** Those of the given full hashes that a local branch, a remote-tracking branch, a tag or HEAD reaches. */
  reachable(shas: readonly string[]): Promise<GitAnswer<ReadonlySet<string>>>;

  /** Names of the people in recent history after `.mailmap`, most recent first, without doubles. */
  people(): Promise<GitAnswer<readonly string[]>>;

  /** The name that a commit made now would carry; `undefined` where git has none configured. */
  userName(): Promise<GitAnswer<string | undefined>>;

  /** Whoever is configured, as they are and after `.mailmap`, without doubles; empty where git has nobody. */
  identities(): Promise<GitAnswer<readonly Identity[]>>;
}

/** All that is written to git here, and only by a command that a person gave, after trust. */
export interface Staging {
  /**
   * Adds files to the index.
   *
   * @throws RetroError `git`, with git's own reason
   */
  stage(paths: readonly string[]): Promise<void>;

  /**
   * Commits files as they are, and nothing else that may be in the index. No hook is run and nothing is signed:
   * both would run programs that the repository names.
   *
   * @throws RetroError `git`, with git's own reason; what was committed before is left alone
   */
  commit(paths: readonly string[], message: string): Promise<void>;
}
