/**
 * What is wrong with a file, as data. Parsers return problems and never throw.
 *
 * `error`: the file cannot be trusted as it stands. `warning`: it works, but someone should look.
 */
export type Severity = 'error' | 'warning';

/** One thing that is wrong with one file, and where. */
export interface Problem {
  /** Stable and machine-readable, in kebab case: `duplicate-key`. */
  readonly code: string;
  readonly severity: Severity;
  /** POSIX path from the root of the log's repository. */
  readonly path: string;
  /** From 1. A problem of the whole file is at line 1. */
  readonly line: number;
  /** A sentence for a person: what is wrong and how to mend it. */
  readonly message: string;
}
