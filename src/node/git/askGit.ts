import * as l10n from '@vscode/l10n';
import type { GitCommand } from '../../core/git/gitCommand.ts';
import type { GitStream } from '../../core/git/gitStream.ts';
import { gitVersion, isAtLeast, leastGitVersion } from '../../core/git/gitVersion.ts';
import { plainReason } from '../../core/git/plainReason.ts';
import type { Cancellation, Interruption } from '../../core/ports/cancellation.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import { findGit } from './findGit.ts';
import { failed, gitFailure, gitMissing } from './gitFailure.ts';

/** Where git is started, and within which limits. */
export interface GitSettings {
  /** Absolute path of the folder that git is started in: the log's root. */
  readonly root: string;
  /** The git to start: an absolute path, or a bare name that is looked for in `PATH`. Default: `git`. */
  readonly executable?: string;
  /** Milliseconds that one process may take. Default: 15,000. */
  readonly timeLimit?: number;
  /** Bytes that one process may answer with. Default: 64 MiB. */
  readonly outputLimit?: number;
  /** The variables to start from. Default: those of this process. */
  readonly environment?: NodeJS.ProcessEnv;
}

const defaultTimeLimit = 15_000;
const defaultOutputLimit = 64 * 1024 * 1024;

/** Puts one command to git. */
export type Ask = <T>(command: GitCommand<T>) => Promise<GitAnswer<T>>;

/** Puts commands to the git of one folder. The executable is looked for, and its version asked, once. */
export class GitAsker {
  readonly #settings: GitSettings;
  readonly #timeLimit: number;
  #executable: Promise<GitAnswer<string>> | undefined;
  #turns: Promise<void> = Promise.resolve();

  constructor(settings: GitSettings) {
    this.#settings = settings;
    this.#timeLimit = settings.timeLimit ?? defaultTimeLimit;
  }

  /**
   * Begins one question, for which git may be asked more than once: all of it keeps to the one time limit.
   *
   * @param interruption stops the process that runs for it, and starts no other: then the answer is a failure
   */
  begin(interruption?: Interruption): Ask {
    const end = performance.now() + this.#timeLimit;
    return async (command) => {
      const executable = await this.#usableExecutable(end);
      return executable.state === 'ok' ? this.#run(executable.value, command, end, interruption) : executable;
    };
  }

  /**
   * Reads an answer as it comes. The time limit is one of silence: there may be much to say.
   *
   * @param take `false`: that is enough
   * @returns how many values were taken
   */
  async stream<T>(
    command: GitStream<T>,
    take: (value: T) => boolean | void,
    cancellation?: Cancellation,
  ): Promise<GitAnswer<number>> {
    const { fieldCutter } = await import('./streamFields.ts');
    let count = 0;
    let enough = false;
    const read = command.reader((value) => {
      count += enough ? 0 : 1;
      enough ||= take(value) === false;
    });
    const cut = fieldCutter(command.separator, read);
    let fits = true;
    const streamed = await this.streamBytes(
      command,
      (chunk) => {
        fits = cut(chunk);
        return fits && !enough;
      },
      cancellation,
    );
    if (streamed.state !== 'ok') {
      return streamed;
    }
    read(undefined);
    return fits ? { state: 'ok', value: count } : gitFailure({ state: 'outputLimit' }, this.#timeLimit);
  }

  /**
   * The same for an answer that is no text.
   *
   * @param take `false`: that is enough
   */
  async streamBytes(
    { args, input, through, atOnce }: Pick<GitStream<unknown>, 'args' | 'input' | 'through' | 'atOnce'>,
    take: (chunk: Buffer) => boolean,
    cancellation?: Cancellation,
  ): Promise<GitAnswer<true>> {
    const executable = await this.#usableExecutable(performance.now() + this.#timeLimit);
    if (executable.state !== 'ok') {
      return executable;
    }
    const { streamGit } = await import('./streamGit.ts');
    await this.#turn();
    const { root, environment = process.env } = this.#settings;
    const ended = await streamGit({
      executable: executable.value,
      folder: root,
      args,
      ...(input === undefined ? {} : { input }),
      ...(through === undefined ? {} : { through }),
      ...(atOnce === undefined ? {} : { atOnce }),
      environment,
      silenceLimit: this.#timeLimit,
      take,
      ...(cancellation === undefined ? {} : { cancellation }),
    });
    if (ended.state === 'cancelled') {
      return failed(l10n.t('It was cancelled.'));
    }
    return ended.state === 'enough' || (ended.state === 'ended' && ended.exitCode === 0)
      ? { state: 'ok', value: true }
      : gitFailure(ended, this.#timeLimit);
  }

  async #run<T>(
    executable: string,
    command: GitCommand<T>,
    end: number,
    interruption?: Interruption,
  ): Promise<GitAnswer<T>> {
    if (interruption?.aborted) {
      return gitFailure({ state: 'interrupted' }, this.#timeLimit);
    }
    const { root, environment = process.env, outputLimit = defaultOutputLimit } = this.#settings;
    const input = command.input === undefined ? {} : { input: command.input };
    const timeLimit = Math.max(0, end - performance.now());
    const how = {
      executable,
      folder: root,
      args: command.args,
      ...input,
      environment,
      timeLimit,
      outputLimit,
      ...(interruption === undefined ? {} : { interruption }),
    };
    const { runGit } = await import('./runGit.ts');
    await this.#turn();
    const ended = await runGit(how);
    if (ended.state === 'ended') {
      const answers = (command.answers ?? [0]).includes(ended.exitCode);
      const value = answers ? command.parse(ended.stdout) : command.parseRefusal?.(ended);
      if (answers || value !== undefined) {
        return { state: 'ok', value: value as T };
      }
    }
    return gitFailure(ended, this.#timeLimit);
  }

  /** To start a process takes a while, in which nothing else runs: others have their turn between two of them. */
  #turn(): Promise<void> {
    this.#turns = this.#turns.then(() => new Promise((resolve) => setImmediate(resolve)));
    return this.#turns;
  }

  /** Only what worked is remembered: git may be installed, or mended, meanwhile. */
  async #usableExecutable(end: number): Promise<GitAnswer<string>> {
    this.#executable ??= this.#findExecutable(end);
    const found = await this.#executable;
    if (found.state !== 'ok') {
      this.#executable = undefined;
    }
    return found;
  }

  async #findExecutable(end: number): Promise<GitAnswer<string>> {
    const { executable = 'git', environment = process.env } = this.#settings;
    const path = await findGit(executable, environment);
    if (path === undefined) {
      return gitMissing(plainReason(executable));
    }
    const version = await this.#run(path, gitVersion, end);
    if (version.state !== 'ok') {
      return version;
    }
    if (version.value === undefined) {
      return failed(
        l10n.t('“{0}” does not answer as git does. See whether “git version” works in a terminal.', path),
      );
    }
    return isAtLeast(version.value, leastGitVersion)
      ? { state: 'ok', value: path }
      : failed(
          l10n.t(
            'This is git {0}. Commits are read with git {1} or later; files work without.',
            version.value,
            leastGitVersion,
          ),
        );
  }
}
