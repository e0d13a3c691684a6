import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Board } from '../../src/core/board/board.ts';
import { boardOf } from '../../src/core/board/boardHost.ts';
import type { Intent } from '../../src/core/board/intent.ts';
import { readLines } from '../../src/node/journal/journalLines.ts';
import type { DisturbedServers } from './disturbedServers.ts';
import { GitRepository } from './gitRepository.ts';
import { Served } from './served.ts';

/** One server, which keeps its board in a folder. */
export class FolderServer implements DisturbedServers {
  readonly #repository = new GitRepository();
  readonly #read = new Map<number, Intent>();
  #origin = '';
  #served!: Served;

  async start(origin: string): Promise<void> {
    this.#origin = origin;
    this.#served = await Served.start(this.#repository, '--origin', origin);
  }

  get hostLink(): string {
    return this.#served.hostLink;
  }

  get guestLink(): string {
    return this.#served.guestLink;
  }

  get ports(): readonly number[] {
    return [this.#served.port];
  }

  async kill(): Promise<void> {
    this.#served.kill();
    await this.#served.ended;
    // A server that is started compacts what there is: so it is read before.
    this.#readJournal();
    await this.start(this.#origin);
  }

  intents(): readonly Intent[] {
    this.#readJournal();
    return [...this.#read].toSorted(([one], [other]) => one - other).map(([, intent]) => intent);
  }

  async board(): Promise<Board> {
    return this.#readJournal();
  }

  async close(): Promise<void> {
    await this.#served.stop();
    this.#repository.remove();
  }

  #readJournal(): Board {
    const folder = join(this.#repository.folder, '.git', 'retrolog', 'live');
    const name = readdirSync(folder).find((each) => each.endsWith('.jsonl')) ?? '';
    const lines = readLines(readFileSync(join(folder, name)));
    lines.intents.forEach((intent, at) => this.#read.set(lines.last - lines.intents.length + 1 + at, intent));
    return boardOf(lines);
  }
}
