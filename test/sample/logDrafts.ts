import type { LogNews } from './logMessages.ts';
import type { LogFile } from './logBook.ts';
import type { Person } from './people.ts';
import type { StoryEntry } from './story.ts';

/** What somebody has written into the log and not committed yet. */
export interface Drafts {
  readonly by: Person;
  /** When it is committed at the latest, in seconds since the epoch. */
  readonly due: number;
  readonly news: readonly LogNews[];
  readonly files: readonly LogFile[];
}

/** The uncommitted files of everybody. */
export class LogDrafts {
  readonly #drafts = new Map<Person, Drafts>();
  readonly #pathOf: (entry: StoryEntry) => string;

  constructor(pathOf: (entry: StoryEntry) => string) {
    this.#pathOf = pathOf;
  }

  put(by: Person, due: number, news: LogNews, file: LogFile): void {
    const before = this.#drafts.get(by);
    const known = before?.news.some(({ entry }) => entry === news.entry) ?? false;
    this.#drafts.set(by, {
      by,
      due: Math.min(due, before?.due ?? due),
      news: [...(before?.news ?? []), ...(known ? [] : [news])],
      files: [...(before?.files ?? []).filter(({ path }) => path !== file.path), file],
    });
  }

  textAt(path: string): string | undefined {
    return [...this.#drafts.values()].flatMap(({ files }) => files).findLast((file) => file.path === path)
      ?.text;
  }

  /** Takes out one file: it is part of another commit. */
  drop(path: string): void {
    for (const [by, drafts] of this.#drafts) {
      const files = drafts.files.filter((file) => file.path !== path);
      if (files.length === 0) {
        this.#drafts.delete(by);
      } else if (files.length < drafts.files.length) {
        const news = drafts.news.filter(({ entry }) => this.#pathOf(entry) !== path);
        this.#drafts.set(by, { ...drafts, files, news });
      }
    }
  }

  /** Takes out what one person has. */
  take(by: Person): Drafts | undefined {
    const drafts = this.#drafts.get(by);
    this.#drafts.delete(by);
    return drafts;
  }

  /** Takes out what is due before some moment, earliest first. */
  takeDue(before: number): Drafts[] {
    const due = [...this.#drafts.values()]
      .filter((drafts) => drafts.due < before)
      .sort((a, b) => a.due - b.due);
    for (const { by } of due) {
      this.#drafts.delete(by);
    }
    return due;
  }
}
