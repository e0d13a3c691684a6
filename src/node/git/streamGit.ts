import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Cancellation } from '../../core/ports/cancellation.ts';
import { TimeSlice } from '../files/timeSlice.ts';
import { recipeArguments, recipeEnvironment } from './gitRecipe.ts';
import type { GitEnd, GitRun } from './runGit.ts';

/** A git process whose output is taken as it comes. */
export interface GitStreamRun
  extends Pick<GitRun, 'executable' | 'folder' | 'args' | 'input' | 'environment'> {
  /** The arguments of a second git that the output of the first goes through. */
  readonly through?: readonly string[];
  /** Whether git hands over each record as soon as it has it. */
  readonly atOnce?: boolean;
  /** Milliseconds without output until it is interrupted; a second later it is killed. */
  readonly silenceLimit: number;
  /** Called with the output as it comes; `false`: that is enough, and git is stopped. */
  readonly take: (chunk: Buffer) => boolean;
  readonly cancellation?: Cancellation;
}

/** How it ended; `stdout` is empty. */
export type GitStreamEnd = GitEnd | { readonly state: 'cancelled' } | { readonly state: 'enough' };

/** Ends that are our own doing. */
type Stopped = { readonly state: 'cancelled' | 'enough' | 'timeLimit' };

const grace = 1000;
const pollTime = 50;
const mostReason = 16_384;
/** Bytes that are taken without a look at the time. */
const pieceLength = 4096;

/**
 * Starts git for an answer that is too large or too slow to wait for. The one way besides `runGit`, with the same
 * recipe; it never rejects but for what `take` throws.
 */
export async function streamGit(run: GitStreamRun): Promise<GitStreamEnd> {
  const stream = new StreamedGit(run);
  try {
    return await stream.end;
  } finally {
    stream.dispose();
  }
}

class StreamedGit {
  readonly end: Promise<GitStreamEnd>;
  readonly #run: GitStreamRun;
  readonly #children: ChildProcess[] = [];
  readonly #poll: NodeJS.Timeout;
  #stopped: Stopped | undefined;
  #fault: { readonly error: unknown } | undefined;
  #kill: NodeJS.Timeout | undefined;
  #heard = performance.now();
  /** Resolves when all that has come is taken; absent while nothing waits to be. */
  #waiting: Promise<void> | undefined;
  readonly #slice = new TimeSlice();

  constructor(run: GitStreamRun) {
    this.#run = run;
    this.#poll = setInterval(() => this.#watch(), pollTime);
    this.end = this.#start();
  }

  dispose(): void {
    clearInterval(this.#poll);
    clearTimeout(this.#kill);
  }

  async #start(): Promise<GitStreamEnd> {
    if (this.#run.cancellation?.aborted === true) {
      return { state: 'cancelled' };
    }
    const first = this.#spawn(this.#run.args);
    const second = this.#run.through === undefined ? undefined : this.#spawn(this.#run.through);
    const ends = [ended(first), ...(second === undefined ? [] : [ended(second)])];
    if (second !== undefined) {
      first.stdout?.on('data', () => (this.#heard = performance.now()));
      pipe(first, second);
    }
    first.stdin?.end(this.#run.input ?? '');
    const out = (second ?? first).stdout;
    out?.on('data', (chunk: Buffer) => this.#takeInTurn(chunk, out));
    const all = await Promise.all(ends);
    await this.#waiting;
    if (this.#fault !== undefined) {
      throw this.#fault.error;
    }
    return this.#stopped ?? worst(all, this.#run.folder);
  }

  #spawn(args: readonly string[]): ChildProcess {
    const { executable, folder, environment, atOnce = false } = this.#run;
    const child = spawn(executable, [...recipeArguments(), ...args], {
      cwd: folder,
      env: { ...recipeEnvironment(environment), ...(atOnce && { GIT_FLUSH: '1' }) },
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    // Whoever stops reading early ends the process: the pipe to it breaks, and that is no fault.
    child.stdin?.on('error', () => undefined);
    this.#children.push(child);
    return child;
  }

  /**
   * Takes a chunk, which can hold a thousand records, and lets others have their turn in the midst of it. What git has left
   * in the pipe when it ends comes meanwhile, and waits for what came before it.
   */
  #takeInTurn(chunk: Buffer, out: Readable): void {
    const start = this.#waiting === undefined ? this.#takeSlice(chunk, 0) : 0;
    if (start < chunk.length) {
      out.pause();
      const turn = Promise.resolve(this.#waiting).then(async () => {
        for (let at = start; at < chunk.length; ) {
          await this.#slice.next();
          at = this.#takeSlice(chunk, at);
        }
        if (this.#waiting === turn) {
          this.#waiting = undefined;
          out.resume();
        }
      });
      this.#waiting = turn;
    }
  }

  /** Takes pieces of a chunk for as long as a slice lasts, and says where it has come to. */
  #takeSlice(chunk: Buffer, from: number): number {
    let at = from;
    do {
      this.#take(chunk.subarray(at, at + pieceLength));
      at += pieceLength;
    } while (at < chunk.length && !this.#slice.isOver());
    return at;
  }

  #take(chunk: Buffer): void {
    this.#heard = performance.now();
    if (this.#stopped !== undefined || this.#fault !== undefined) {
      return;
    }
    try {
      if (this.#run.cancellation?.aborted === true) {
        this.#stop({ state: 'cancelled' });
      } else if (!this.#run.take(chunk)) {
        this.#stop({ state: 'enough' });
      }
    } catch (error) {
      this.#fault = { error };
      this.#interrupt();
    }
  }

  #watch(): void {
    if (this.#run.cancellation?.aborted === true) {
      this.#stop({ state: 'cancelled' });
    } else if (performance.now() - this.#heard > this.#run.silenceLimit) {
      this.#stop({ state: 'timeLimit' });
    }
  }

  #stop(why: Stopped): void {
    if (this.#stopped === undefined) {
      this.#stopped = why;
      this.#interrupt();
    }
  }

  #interrupt(): void {
    const signal = (name: NodeJS.Signals) => this.#children.forEach((child) => child.kill(name));
    signal('SIGTERM');
    this.#kill ??= setTimeout(() => {
      signal('SIGKILL');
      // A grandchild may hold the pipes open; nobody waits for it.
      this.#children.forEach(({ stdin, stdout, stderr }) =>
        [stdin, stdout, stderr].forEach((pipe) => pipe?.destroy()),
      );
    }, grace);
  }
}

interface Ended {
  readonly exitCode: number | null;
  readonly stderr: string;
  readonly error?: NodeJS.ErrnoException;
}

function ended(child: ChildProcess): Promise<Ended> {
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(0, mostReason);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ exitCode: null, stderr, error }));
    child.once('close', (exitCode) => resolve({ exitCode, stderr }));
  });
}

function pipe(first: ChildProcess, second: ChildProcess): void {
  if (first.stdout !== null && second.stdin !== null) {
    first.stdout.pipe(second.stdin);
    second.once('close', () => first.stdout?.destroy());
  }
}

/** The first that went wrong: what comes behind it went wrong because of it. */
function worst(all: readonly Ended[], folder: string): GitEnd {
  const bad = all.find(({ exitCode, error }) => error !== undefined || exitCode !== 0) ?? all[0];
  if (bad?.error !== undefined) {
    return existsSync(folder) ? { state: 'notStarted', reason: bad.error.message } : { state: 'noFolder' };
  }
  return bad === undefined || bad.exitCode === null
    ? { state: 'crashed' }
    : { state: 'ended', exitCode: bad.exitCode, stdout: '', stderr: bad.stderr };
}
