/** What a git process that ran to its end left behind. */
export interface GitOutput {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A question to git as data: how to put it, and how to read what comes back. Whoever runs it adds the recipe. */
export interface GitCommand<T> {
  /** The arguments after the recipe's own, the subcommand first. */
  readonly args: readonly string[];
  /** What git reads from its standard input. Names that come from outside go here: they cannot be options. */
  readonly input?: string;
  /** Exit codes that are an answer and not a failure; 0 alone where absent. */
  readonly answers?: readonly number[];
  /** Reads the standard output of a process that ended with one of `answers`. Never throws. */
  readonly parse: (stdout: string) => T;
  /** Reads a process that ended otherwise; `undefined`, or where absent: that is a failure. Never throws. */
  readonly parseRefusal?: (output: GitOutput) => T | undefined;
}
