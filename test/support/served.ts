import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { GitRepository } from './gitRepository.ts';

/** `retrolog serve` as a process of its own, as it was built. */
export class Served {
  readonly #child: ChildProcess;
  readonly #closed: Promise<unknown>;
  #printed = '';
  /** All that it said on stderr so far. */
  said = '';
  hostLink = '';
  guestLink = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#closed = once(child, 'close');
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#printed += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.said += text;
    });
  }

  /** Starts it, and waits until it has printed its links. */
  static async start(
    { folder, environment }: Pick<GitRepository, 'folder' | 'environment'>,
    ...args: readonly string[]
  ): Promise<Served> {
    const child = spawn(process.execPath, ['dist/cli.js', '--dir', folder, 'serve', ...args], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const served = new Served(child);
    while (!served.#printed.includes('nothing is lost')) {
      await Promise.race([once(child.stdout, 'data'), served.#closed]);
      if (child.exitCode !== null) {
        throw new Error(`It did not start: ${served.said}`);
      }
    }
    [served.hostLink = '', served.guestLink = ''] = served.links;
    return served;
  }

  /** All links that it printed so far. */
  get links(): readonly string[] {
    return this.#printed.match(/https?:\/\/\S+/g) ?? [];
  }

  /** Waits until it has printed so many links. */
  async untilLinks(count: number): Promise<readonly string[]> {
    while (this.links.length < count) {
      await Promise.race([this.#child.stdout && once(this.#child.stdout, 'data'), this.#closed]);
      if (this.#child.exitCode !== null) {
        throw new Error(`It has ended: ${this.said}`);
      }
    }
    return this.links;
  }

  /** Where people come in. */
  get port(): number {
    return Number(this.logged.find(({ event }) => event === 'listening')?.['port']);
  }

  /** The id of its process. */
  get process(): number {
    return this.#child.pid ?? 0;
  }

  /** Its exit code, when it has ended and all that it said is here. */
  get ended(): Promise<number | null> {
    return this.#closed.then(() => this.#child.exitCode);
  }

  /** As a crash or the power would end it. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  /** As an operator would. */
  async stop(signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM'): Promise<void> {
    this.#child.kill(signal);
    await this.#closed;
  }

  /** What it logged so far: every line of stderr that is a JSON document. */
  get logged(): readonly Readonly<Record<string, unknown>>[] {
    const lines = this.said.split('\n').filter((line) => line.startsWith('{'));
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }
}
