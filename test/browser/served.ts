import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { GitRepository } from '../support/gitRepository.ts';

/** `retrolog serve` as a process of its own, as it was built. */
export class Served {
  readonly #child: ChildProcess;
  readonly hostLink: string;
  readonly guestLink: string;
  /** Its exit code, when it has ended. */
  readonly ended: Promise<number | null>;

  private constructor(child: ChildProcess, links: readonly string[]) {
    this.#child = child;
    [this.hostLink = '', this.guestLink = ''] = links;
    this.ended =
      child.exitCode === null
        ? once(child, 'exit').then(([code]) => code as number | null)
        : Promise.resolve(child.exitCode);
  }

  static async start({ folder, environment }: GitRepository): Promise<Served> {
    const child = spawn(process.execPath, ['dist/cli.js', '--dir', folder, 'serve'], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    while (!printed.includes('nothing is lost') && child.exitCode === null) {
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    }
    const links = printed.match(/https?:\/\/\S+/g) ?? [];
    if (links.length !== 2) {
      throw new Error(`It did not start: ${printed}${said}`);
    }
    return new Served(child, links);
  }

  /** As a crash or the power would end it. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  /** As an operator would. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await this.ended;
  }
}
