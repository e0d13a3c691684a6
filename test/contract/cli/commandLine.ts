import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Command } from '../../../src/cli/command.ts';
import { commandTable } from '../../../src/cli/commandTable.ts';
import type { EntryJson } from '../../../src/cli/entryJson.ts';
import { runCommandLine } from '../../../src/cli/runCommandLine.ts';
import type { Problem } from '../../../src/core/problem.ts';

/** The compiled program. */
export const program = fileURLToPath(new URL('../../../src/cli/main.js', import.meta.url));

/** Every key that a command's document may have; each command prints some of them. */
type Printed = EntryJson & {
  readonly body: string;
  readonly entries: readonly EntryJson[];
  readonly created: readonly string[];
  readonly files: number;
  readonly problems: readonly Problem[];
  readonly error: { readonly code: string; readonly message: string };
};

/** How one run of it ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The same with the one document that `--json` prints. */
export interface EndedWithJson {
  readonly code: number | null;
  readonly json: Printed;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
  /** Arguments for Node itself. */
  readonly node?: readonly string[];
}

/** Variables in which nothing of the machine's own git configuration is left. */
export const cleanEnvironment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  TZ: 'UTC',
};

/** Nothing that a test starts outlives this, however it fails. In milliseconds. */
const longestRun = 60_000;

/** Starts `retrolog` as a process of its own. Where `redirections` are given, a shell closes streams first. */
export function startRetrolog(
  folder: string,
  args: readonly string[],
  options: Omit<RunOptions, 'input'> & { readonly redirections?: string } = {},
): ChildProcessWithoutNullStreams {
  const { node = [], env = {}, redirections } = options;
  const words = [process.execPath, ...node, program, ...args];
  const [command = '', ...rest] =
    redirections === undefined ? words : ['/bin/sh', '-c', `exec "$0" "$@" ${redirections}`, ...words];
  const child = spawn(command, rest, {
    cwd: folder,
    env: { ...cleanEnvironment, ...env },
    timeout: longestRun,
    killSignal: 'SIGKILL',
  });
  child.stdin.on('error', () => undefined);
  return child;
}

/** Runs `retrolog` to its end. */
export function retrolog(folder: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = startRetrolog(folder, args, options);
  child.stdin.end(options.input ?? '');
  return endOf(child);
}

/** Waits until a process has ended, and gives all that it said. */
export function endOf(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code, signal, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
}

/** Runs `retrolog --json …` as a process of its own and reads what it prints. */
export async function retrologJson(
  folder: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<EndedWithJson> {
  const { code, signal, stdout, stderr } = await retrolog(folder, ['--json', ...args], options);
  assert.notEqual(stdout, '', `no document on stdout; code ${code}, signal ${signal}, stderr: ${stderr}`);
  return { code, json: JSON.parse(stdout) as Printed, stderr };
}

/** The same within this process, for suites that try many command lines. */
export async function answerJson(
  folder: string,
  args: readonly string[],
  { env = {}, commands = commandTable }: { env?: NodeJS.ProcessEnv; commands?: readonly Command[] } = {},
): Promise<EndedWithJson> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommandLine(['--json', ...args], commands, {
    terminal: {
      columns: undefined,
      colour: false,
      print: (text) => void out.push(text),
      say: (text) => void err.push(text),
      showProgress: () => undefined,
      readInput: () => Promise.reject(new Error('nothing is on stdin')),
    },
    currentFolder: folder,
    environment: { ...cleanEnvironment, ...env },
    version: async () => '0',
  });
  return { code, json: JSON.parse(out.join('\n')) as Printed, stderr: err.join('\n') };
}
