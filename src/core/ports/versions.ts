import type { PastTag } from './past.ts';
import type { Cancellation } from './cancellation.ts';
import type { FileContent, Files } from './files.ts';
import type { GitAnswer } from './git.ts';

/** A commit that the log is looked at in. */
export interface Moment {
  /** Full hash, 40 or 64 lower-case hexadecimal digits. */
  readonly sha: string;
  /** When it came to be as it is: seconds since 1970-01-01T00:00:00Z. */
  readonly committed: number;
  /** The first line of the message, as it is stored. May be empty. */
  readonly subject: string;
}

/** A file of the log as it was behind one commit, and the commit that made it so. */
export interface FileVersion {
  /** Full hash of the commit. */
  readonly sha: string;
  /** When its author made it: ISO 8601 in UTC. */
  readonly authored: string;
  /** Its author's name after `.mailmap`, as one line of plain text. */
  readonly author: string;
  /** The first line of the message, as it is stored. May be empty. */
  readonly subject: string;
  /** `merged`: by a merge that left the file as none of its parents had it. */
  readonly change: 'added' | 'changed' | 'removed' | 'renamed' | 'merged';
  /** What the file was called then; of a removed one, before. POSIX, from the log's root. */
  readonly path: string;
  /** Full hash of what was in the file before, in the commit's first parent; absent where it was not there. */
  readonly before?: string;
  /** Full hash of what is in it since; absent where it was removed. */
  readonly after?: string;
}

/** How one file of the log came to be what HEAD has. */
export interface FileHistory {
  /** Newest first; empty for a file that no commit has. */
  readonly versions: readonly FileVersion[];
  /** The clone is shallow and ends before the first of them: what was earlier is not known here. */
  readonly incomplete: boolean;
}

/**
 * The files below the log's root as a commit has them. They can be read and not be changed: `update` throws RetroError
 * `bad-input`.
 */
export interface FilesThen extends Files {
  /** The full hash of what is in a file of the log's folder; `undefined` where it is none. */
  hashOf(path: string): string | undefined;
}

/** Which file's history is asked for. */
export interface FileHistoryQuery {
  /** POSIX, from the log's root. */
  readonly path: string;
  /** The id that its front matter has: by it the file is found again under the name that it had before. */
  readonly id: string;
  readonly cancellation?: Cancellation | undefined;
}

/** The commit for a day. `none`: there was none yet. `incomplete`: the clone is shallow and does not reach back so far. */
export type DayMoment = Moment | 'none' | 'incomplete';

/**
 * Reads the log as commits have it. Objects are read and nothing else: no filter of the repository is run over them.
 * As safe as `Git`. What is cancelled is `failed`.
 */
export interface Versions {
  /** The commit that a name stands for; `undefined` where it is none. The text is data, never an option. */
  named(revision: string): Promise<GitAnswer<Moment | undefined>>;

  /**
   * The last commit of a day: the newest that HEAD's own line (its first parents) has, by the dates of the commits.
   *
   * @param day ISO 8601 date; the day itself is included
   * @param timeZone an IANA name
   */
  onDay(day: string, timeZone: string): Promise<GitAnswer<DayMoment>>;

  /** The newest `limit` tags of commits, newest first. */
  tags(limit: number): Promise<GitAnswer<readonly PastTag[]>>;

  /** The files below the log's root as a commit (a full hash) has them. */
  filesAt(sha: string): Promise<GitAnswer<FilesThen>>;

  /** How a file came to be what HEAD has, renames followed by the entry's id. */
  history(query: FileHistoryQuery): Promise<GitAnswer<FileHistory>>;

  /** What some objects (full hashes) hold, read as files are; `missing` where one is not in this clone. */
  contents(blobs: readonly string[]): Promise<GitAnswer<ReadonlyMap<string, FileContent>>>;
}
