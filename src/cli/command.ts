import type { OptionValues } from './optionValues.ts';
import type { Terminal } from './terminal.ts';
import type { Workplace } from './workplace.ts';

/** One option of the command line, as it is read, explained and documented. */
export interface Option {
  /** Without its dashes. */
  readonly name: string;
  /** One letter that stands for it. */
  readonly short?: string;
  /** What its value is called in the help; absent for an option without a value. */
  readonly value?: string;
  /** It can be given more than once, and every value counts. Otherwise the last one does. */
  readonly many?: boolean;
  readonly summary: () => string;
}

/** One word that a command takes, or several of them. */
export interface Argument {
  readonly name: string;
  readonly optional?: boolean;
  /** Takes all the words that are left. */
  readonly many?: boolean;
}

/** What a command is given to work with. */
export interface Invocation {
  readonly words: readonly string[];
  readonly values: OptionValues;
  readonly terminal: Terminal;
  /** All commands that there are. */
  readonly commands: readonly Command[];
  /** Finds the log that the command is about: the one here, or the one that a path of an option leads to. */
  readonly openWorkplace: (at?: string) => Promise<Workplace>;
}

/** What a command answers, in the form that was asked for: only one of the two is called, once. */
export interface Answer {
  /** The document that `--json` prints. */
  json(): Promise<unknown>;
  /** The lines that a person reads, without escape sequences of files in them. */
  lines(): readonly string[];
  /** Printed as it is in place of both, by a command whose output has a form of its own; ends its last line. */
  readonly text?: string;
  /** Said on stderr after the lines, to people only. */
  readonly summary?: string;
  /** Whether the work was done and found errors (exit code 1). */
  readonly foundErrors?: boolean;
}

/** A command of `retrolog`. The table of commands is what help and documentation are made from. */
export interface Command {
  readonly name: string;
  readonly arguments: readonly Argument[];
  readonly options: readonly Option[];
  /** One line, without a full stop. */
  readonly summary: () => string;
  /**
   * Does the work.
   *
   * @throws UsageError where the words or values cannot be meant; RetroError for an expected failure
   */
  run(invocation: Invocation): Promise<Answer>;
}
