import type { Board } from '../../src/core/board/board.ts';
import type { Intent } from '../../src/core/board/intent.ts';
import type { Journal, JournalContent, JournalDamage } from '../../src/core/ports/journal.ts';
import { RetroError } from '../../src/core/retroError.ts';

/** A journal that exists in memory only. Behaves as `FileJournal` does, and fails where it is told to. */
export class MemoryJournal implements Journal {
  #content: JournalContent;
  #tasks: (() => void)[] = [];
  #failing = false;
  #working: Promise<void> = Promise.resolve();
  /** What was asked for, in the order in which it was done. */
  readonly done: ('append' | 'compact')[] = [];

  constructor(content: Partial<JournalContent> = {}) {
    this.#content = { intents: [], ...content };
  }

  /** What a next opening would find. */
  get damage(): JournalDamage | undefined {
    return this.#content.damage;
  }

  /** Lets everything fail that is asked for from now on, or nothing any more. */
  fail(failing: boolean): void {
    this.#failing = failing;
  }

  async read(): Promise<JournalContent> {
    await this.#working;
    return this.#content;
  }

  append(intent: Intent): Promise<void> {
    return this.#ask(() => {
      this.done.push('append');
      this.#content = { ...this.#content, intents: [...this.#content.intents, intent] };
    });
  }

  compact(board: Board): Promise<void> {
    return this.#ask(() => {
      this.done.push('compact');
      this.#content = { ...this.#content, snapshot: board, intents: [] };
    });
  }

  async close(): Promise<void> {
    await this.#working;
  }

  /** As on a disk: done a moment later, and refused together with all that was asked for meanwhile. */
  #ask(task: () => void): Promise<void> {
    const failing = this.#failing;
    this.#tasks.push(task);
    const work = this.#working.then(async () => {
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (!this.#tasks.includes(task)) {
        throw refused();
      }
      if (failing) {
        this.#tasks = [];
        throw refused();
      }
      this.#tasks.splice(this.#tasks.indexOf(task), 1);
      task();
    });
    this.#working = work.catch(() => undefined);
    return work;
  }
}

function refused(): RetroError {
  return new RetroError('cannot-write', 'This could not be kept, so it was not done: The disk is full.');
}
