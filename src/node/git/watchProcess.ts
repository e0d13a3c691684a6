import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Readable } from 'node:stream';
import type { Interruption } from '../../core/ports/cancellation.ts';

/** Why a process was stopped: the limit that it went over, or that nobody waits for it any more. */
export type ProcessLimit = 'timeLimit' | 'outputLimit' | 'interrupted';

/** Milliseconds that an interrupted process has to take its locks away before it is killed. */
const grace = 1000;

/**
 * Holds a process that simple-git starts to its limits. simple-git can only interrupt what it starts, waits for
 * it ever after, and keeps whatever comes out of it; so the process is found through Node's own channel, by the
 * stream that simple-git hands over, and killed if it does not stop.
 */
export class ProcessWatch {
  /** For simple-git: aborted when the process shall stop. */
  readonly interrupt = new AbortController();
  /** Resolves when the process was killed and is not waited for any more. */
  readonly gaveUp: Promise<void>;
  /** Why it was stopped, if it was. */
  limit: ProcessLimit | undefined;
  readonly #started: ChildProcess[] = [];
  readonly #timer: NodeJS.Timeout;
  readonly #outputLimit: number;
  readonly #interruption: Interruption | undefined;
  #kill: NodeJS.Timeout | undefined;
  #streams: readonly Readable[] = [];
  #giveUp: () => void = () => undefined;

  constructor(limits: {
    readonly timeLimit: number;
    readonly outputLimit: number;
    readonly interruption?: Interruption;
  }) {
    this.gaveUp = new Promise((resolve) => {
      this.#giveUp = resolve;
    });
    this.#outputLimit = limits.outputLimit;
    this.#timer = setTimeout(() => this.#end('timeLimit'), limits.timeLimit);
    this.#interruption = limits.interruption;
    this.#interruption?.addEventListener('abort', this.#stopWaiting);
    subscribe('child_process', this.#note);
  }

  /** Takes the streams of the process that was just started. */
  readonly take = (stdout: NodeJS.ReadableStream, stderr: NodeJS.ReadableStream): void => {
    unsubscribe('child_process', this.#note);
    const own = this.#started.filter((child) => child.stdout === stdout);
    this.#started.splice(0, this.#started.length, ...own);
    this.#streams = [stdout, stderr].filter((stream) => stream instanceof Readable);
    // simple-git waits 50 ms more for a process that said nothing, in case that something is still to come.
    stdout.once('end', () => stdout.emit('data', Buffer.alloc(0)));
    let bytes = 0;
    for (const stream of this.#streams) {
      stream.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > this.#outputLimit) {
          this.#end('outputLimit');
        }
      });
    }
  };

  /** Lets go of everything. Called when the process has ended or was given up. */
  stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#kill);
    unsubscribe('child_process', this.#note);
    this.#interruption?.removeEventListener('abort', this.#stopWaiting);
  }

  readonly #stopWaiting = (): void => this.#end('interrupted');

  readonly #note = (message: unknown): void => {
    this.#started.push((message as { process: ChildProcess }).process);
  };

  #end(limit: ProcessLimit): void {
    if (this.limit !== undefined) {
      return;
    }
    this.limit = limit;
    this.interrupt.abort();
    if (limit !== 'timeLimit') {
      this.#destroyStreams();
    }
    this.#kill = setTimeout(() => {
      for (const child of this.#started) {
        child.kill('SIGKILL');
      }
      this.#destroyStreams();
      this.#giveUp();
    }, grace);
  }

  #destroyStreams(): void {
    for (const stream of this.#streams) {
      stream.destroy();
    }
  }
}
