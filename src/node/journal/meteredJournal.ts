import type { Board } from '../../core/board/board.ts';
import type { Intent } from '../../core/board/intent.ts';
import type { Journal, JournalContent, OtherWriters } from '../../core/ports/journal.ts';

/** A journal that says how many seconds each intent took to be safe in it, from when that was asked for. */
export class MeteredJournal implements Journal {
  readonly others?: OtherWriters;
  readonly #journal: Journal;
  readonly #appended: (seconds: number) => void;

  constructor(journal: Journal, appended: (seconds: number) => void) {
    this.#journal = journal;
    if (journal.others !== undefined) {
      this.others = journal.others;
    }
    this.#appended = appended;
  }

  read(): Promise<JournalContent> {
    return this.#journal.read();
  }

  async append(intent: Intent): Promise<void> {
    const start = performance.now();
    await this.#journal.append(intent);
    this.#appended((performance.now() - start) / 1000);
  }

  compact(board: Board): Promise<void> {
    return this.#journal.compact(board);
  }

  close(): Promise<void> {
    return this.#journal.close();
  }
}
