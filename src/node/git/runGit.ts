import type { GitOutput } from '../../core/git/gitCommand.ts';
import type { Interruption } from '../../core/ports/cancellation.ts';
import { allowedVariables, recipeArguments, recipeEnvironment } from './gitRecipe.ts';
import { type ProcessLimit, ProcessWatch } from './watchProcess.ts';

/** One git process to start. */
export interface GitRun {
  /** Absolute path of the executable. */
  readonly executable: string;
  /** The folder it is started in. */
  readonly folder: string;
  readonly args: readonly string[];
  readonly input?: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Milliseconds until the process is interrupted; a second later it is killed. */
  readonly timeLimit: number;
  /** Bytes of output, both streams together. */
  readonly outputLimit: number;
  /** Stops the process before its time. */
  readonly interruption?: Interruption;
}

/** How it ended. `crashed`: a signal ended it, and not ours. `noFolder`: the folder is not there. */
export type GitEnd =
  | ({ readonly state: 'ended' } & GitOutput)
  | { readonly state: ProcessLimit }
  | { readonly state: 'crashed' | 'noFolder' }
  | { readonly state: 'notStarted'; readonly reason: string };

interface Result {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs git once, through simple-git, with the recipe that keeps it from running anything else. simple-git is
 * loaded when it is first needed.
 */
export async function runGit(run: GitRun): Promise<GitEnd> {
  const { GitConstructError, simpleGit } = await import('simple-git');
  const watch = new ProcessWatch(run);
  let result: Result | undefined;
  try {
    const git = simpleGit({
      baseDir: run.folder,
      binary: run.executable,
      abort: watch.interrupt.signal,
      // It would otherwise take the end of the process for the end of its output, and lose what is on the way.
      completion: { onClose: true, onExit: false },
      unsafe: {
        allowUnsafeCustomBinary: true,
        allowUnsafeConfigPaths: true,
        allowUnsafeFsMonitor: true,
        allowUnsafeHooksPath: true,
      },
      allowEnvironment: allowedVariables,
      // Also without input: it would otherwise leave the standard input open.
      input: () => Buffer.from(run.input ?? ''),
      errors: (_error, { exitCode, stdOut, stdErr }) => {
        result = { exitCode, stdout: text(stdOut), stderr: text(stdErr) };
        return undefined;
      },
    });
    git.env(recipeEnvironment(run.environment));
    git.outputHandler((_command, stdout, stderr) => watch.take(stdout, stderr));
    await Promise.race([git.raw([...recipeArguments(), ...run.args]), watch.gaveUp]);
  } catch (error) {
    if (error instanceof GitConstructError) {
      return { state: 'noFolder' };
    }
    return { state: 'notStarted', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    watch.stop();
  }
  return watch.limit === undefined ? endOf(result) : { state: watch.limit };
}

function endOf(result: Result | undefined): GitEnd {
  if (result === undefined || result.exitCode === null) {
    return { state: 'crashed' };
  }
  const { exitCode, stdout, stderr } = result;
  // Negative: the system's own number for why it could not be started.
  return exitCode < 0
    ? { state: 'notStarted', reason: stderr }
    : { state: 'ended', exitCode, stdout, stderr };
}

function text(parts: readonly Buffer[]): string {
  return Buffer.concat(parts).toString('utf8');
}
