import { setImmediate as turn } from 'node:timers/promises';
import { type Board, newBoard } from '../../src/core/board/board.ts';
import type { Intent } from '../../src/core/board/intent.ts';
import type { Journal, JournalContent, JournalFollower, OtherWriters } from '../../src/core/ports/journal.ts';
import { RetroError } from '../../src/core/retroError.ts';

/** A journal in memory that several write, as a Redis Stream is one; each of them has a `MemoryStreamJournal`. */
export class MemoryStream {
  /** Counts how often it was compacted. */
  part = 0;
  snapshot: Board | undefined;
  intents: Intent[] = [];

  get content(): JournalContent {
    return { ...(this.snapshot && { snapshot: this.snapshot }), intents: [...this.intents] };
  }
}

/** One of those who write a journal in memory. Behaves as `RedisJournal` does. */
export class MemoryStreamJournal implements Journal {
  readonly others: OtherWriters;
  readonly #stream: MemoryStream;
  #part: number;
  #count: number;
  #follower: JournalFollower | undefined;
  #working: Promise<unknown> = Promise.resolve();
  /** Counts what was refused together. */
  #refused = 0;

  constructor(stream: MemoryStream) {
    this.#stream = stream;
    this.#part = stream.part;
    this.#count = stream.intents.length;
    this.others = {
      follow: (follower) => {
        this.#follower = follower;
      },
      catchUp: () => this.#next(() => void this.#isBehind()),
    };
  }

  async read(): Promise<JournalContent> {
    await this.#working;
    return this.#stream.content;
  }

  append(intent: Intent): Promise<void> {
    return this.#ask(() => {
      this.#stream.intents.push(intent);
      this.#count += 1;
    });
  }

  compact(board: Board): Promise<void> {
    return this.#ask(() => {
      this.#stream.snapshot = board;
      this.#stream.intents = [];
      this.#part = this.#stream.part += 1;
      this.#count = 0;
    });
  }

  async close(): Promise<void> {
    await this.#working;
  }

  #ask(write: () => void): Promise<void> {
    const refused = this.#refused;
    return this.#next(() => {
      if (this.#refused !== refused || this.#isBehind()) {
        throw new RetroError('changed-meanwhile', 'Others changed this board at the same moment.');
      }
      write();
    });
  }

  /** Whether others wrote; then it is told. */
  #isBehind(): boolean {
    const { part, intents, snapshot = newBoard } = this.#stream;
    const isJump = part !== this.#part;
    const news = isJump ? intents : intents.slice(this.#count);
    const isBehind = isJump || news.length > 0;
    if (isBehind) {
      [this.#part, this.#count] = [part, intents.length];
      this.#refused += 1;
      this.#follower?.wrote({ ...(isJump && { snapshot }), intents: [...news] });
    }
    return isBehind;
  }

  #next(task: () => void): Promise<void> {
    const work = this.#working.then(() => turn()).then(task);
    this.#working = work.catch(() => undefined);
    return work;
  }
}
