import type { Cancellation } from './cancellation.ts';

/** What tells that a file was changed, without reading it. */
export interface FileStamp {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modified: number;
}

/** Why a path that is there was not taken. */
export type SkipReason = 'symbolic-link' | 'not-a-file' | 'too-many' | 'not-portable' | 'not-readable';

/** What is below a folder. `missing` and `notAFolder` are no errors: a log may not exist yet. */
export type Listing =
  | {
      readonly state: 'listed';
      /** POSIX paths from the root that the port was opened on. */
      readonly files: readonly string[];
      readonly skipped: readonly {
        readonly path: string;
        readonly reason: SkipReason;
        readonly detail?: string;
      }[];
    }
  | { readonly state: 'missing' }
  | { readonly state: 'notAFolder'; readonly reason: string }
  | { readonly state: 'failed'; readonly reason: string };

/** Why a file that is there has no text. */
export type Unreadable = 'not-utf-8' | 'too-large' | 'binary' | 'not-a-file' | 'symbolic-link' | 'failed';

/** A file's whole text (with its byte order mark, if it has one), or why there is none. */
export type FileContent =
  | { readonly state: 'text'; readonly text: string }
  | { readonly state: 'missing' }
  | {
      readonly state: 'unreadable';
      readonly code: Unreadable;
      /** For `not-utf-8`, the offset in bytes of the first bad one; otherwise what the system said. */
      readonly detail: string;
    };

/** Takes what is at a path; `stamp` is given for a file that was read from the disk just now. */
export type TakeContent = (path: string, content: FileContent, stamp?: FileStamp) => void;

/** How many files are read. */
export interface ReadingOptions {
  readonly cancellation?: Cancellation | undefined;
  /** The stamp that a file had when it was last read: it is not handed over while it still has that. */
  readonly stampOf?: ((path: string) => FileStamp | undefined) | undefined;
}

/**
 * What an update makes of a file: its new text, `undefined` to leave it as it is, `null` to remove it.
 * It is called with the text that is there at that moment (`undefined`: no such file), may be called more
 * than once, and may throw to refuse; then nothing is written.
 */
export type Change = (current: string | undefined) => string | null | undefined;

/** What an update did. */
export type Updated = 'created' | 'changed' | 'unchanged' | 'removed';

/**
 * Files below one root. Paths are POSIX and relative to the root; one that leads out of it, by its spelling
 * or through a symbolic link, is refused with `bad-path`.
 */
export interface Files {
  /** Every regular file below `folder` whose name ends in one of `endings`, in no particular order. */
  list(folder: string, endings: readonly string[]): Promise<Listing>;

  /** Reads one file of at most 1 MiB. A larger one, or one that is not UTF-8 text, is `unreadable`. */
  read(path: string): Promise<FileContent>;

  /**
   * Reads many files without ever holding the thread for long, and hands each over as it comes.
   * Resolves when all were handed over or when `cancellation` is aborted.
   * A path that leads out of the root is handed over as `missing`; what `take` throws is thrown.
   */
  readMany(paths: readonly string[], take: TakeContent, options?: ReadingOptions): Promise<void>;

  /**
   * The one way to write. Holds the file against every other writer that uses this port, in this process and
   * in others, reads it, asks `change` what it shall be, and puts that in its place so that a reader or a
   * crash at any moment sees the old text or the new one, whole. Folders are made as needed. Where an editor
   * holds the file with unsaved text, that text is what is changed.
   *
   * @throws RetroError `bad-path`, `cannot-read` (the file is there but has no text: it is never replaced),
   *   `cannot-write` (the reason of the system is in the message; the old text is in place), `busy` (another
   *   writer did not let go in time), or what `change` threw
   */
  update(path: string, change: Change): Promise<Updated>;
}
