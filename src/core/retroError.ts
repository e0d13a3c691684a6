/** What can go wrong although the program is right. Everything that is not listed here is a bug. */
export type RetroErrorCode =
  | 'not-found'
  | 'ambiguous'
  | 'already-there'
  | 'bad-input'
  | 'bad-file'
  | 'bad-path'
  | 'changed-meanwhile'
  | 'cannot-read'
  | 'cannot-write'
  | 'busy'
  | 'not-trusted'
  | 'git';

/**
 * An expected failure, ready to be shown: a sentence that says what happened, to what, and what to do.
 * The edges (a command of the editor, the command line) show it; nothing in between catches it.
 */
export class RetroError extends Error {
  override readonly name = 'RetroError';
  readonly code: RetroErrorCode;
  /** POSIX path from the root of the log's repository, where one file is concerned. */
  readonly path: string | undefined;
  /** From 1, where one line is concerned. */
  readonly line: number | undefined;

  constructor(
    code: RetroErrorCode,
    message: string,
    at: { path?: string; line?: number; cause?: unknown } = {},
  ) {
    super(message, at.cause === undefined ? undefined : { cause: at.cause });
    this.code = code;
    this.path = at.path;
    this.line = at.line;
  }
}
