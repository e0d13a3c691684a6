import { addDays } from '../../src/core/dates.ts';
import type { CodePlace } from '../../src/core/entries/entry.ts';
import type { SeededRandom } from '../support/seededRandom.ts';
import { type FileEdit, type Tree, write } from './fileEdits.ts';
import type { LogBook, LogFile } from './logBook.ts';
import { type Drafts, LogDrafts } from './logDrafts.ts';
import type { LogNews } from './logMessages.ts';
import type { Person } from './people.ts';
import type { MadeCommit, ShopHistory } from './shopHistory.ts';
import type { StoryEntry, StoryMeeting } from './story.ts';
import { isWorkingDay, type WorkCalendar } from './workCalendar.ts';

/** A day and a moment on it. */
export interface Moment {
  /** ISO 8601 date on the calendar of the team. */
  readonly date: string;
  /** Since the epoch. */
  readonly seconds: number;
}

/** What is written into the log in the course of the year, and when it gets into a commit. */
export class YearLog {
  readonly #history: ShopHistory;
  readonly #book: LogBook;
  readonly #calendar: WorkCalendar;
  readonly #entries: readonly StoryEntry[];
  readonly #random: SeededRandom;
  readonly #commits: ReadonlyMap<string, MadeCommit>;
  readonly #drafts: LogDrafts;

  constructor(
    history: ShopHistory,
    book: LogBook,
    calendar: WorkCalendar,
    entries: readonly StoryEntry[],
    random: SeededRandom,
    commits: ReadonlyMap<string, MadeCommit>,
  ) {
    this.#history = history;
    this.#book = book;
    this.#drafts = new LogDrafts((entry) => book.pathOf(entry));
    this.#calendar = calendar;
    this.#entries = entries;
    this.#random = random;
    this.#commits = commits;
  }

  /** Somebody writes an entry, or what became of one, and does not commit it yet. */
  draft(news: LogNews, moment: Moment): void {
    const { entry, later } = news;
    const by = later === undefined ? entry.by : (later.by ?? entry.owner ?? entry.by);
    const file = later === undefined ? this.#write(entry) : this.#continued(news, moment.date);
    this.#drafts.put(by, this.#dueAfter(moment), news, file);
  }

  takeDue(before: number): Drafts[] {
    return this.#drafts.takeDue(before);
  }

  /** What somebody commits together with a change of theirs: now and then, all that they have. */
  takeAlong(by: Person): readonly FileEdit[] {
    const drafts = this.#random.chance(0.85) ? this.#drafts.take(by) : undefined;
    return (drafts?.files ?? []).map(({ path, text }) => write(path, text));
  }

  /** What is part of a commit: new entries, with their ids, and entries that it closes. */
  partOf(
    key: string | undefined,
    tree: Tree,
    date: string,
  ): { readonly edits: FileEdit[]; readonly ids: string[] } {
    const own = this.#entries.filter((entry) => entry.with !== undefined && entry.with === key);
    const continued = this.#entries.flatMap((entry) =>
      (entry.later ?? [])
        .filter((later) => later.with !== undefined && later.with === key)
        .map((later) => this.#continued({ entry, later }, date)),
    );
    const files = [...own.map((entry) => this.#write(entry, tree)), ...continued];
    for (const { path } of continued) {
      this.#drafts.drop(path);
    }
    return {
      edits: files.map(({ path, text }) => write(path, text)),
      ids: own.map((entry) => this.#book.idOf(entry.key ?? entry.title)),
    };
  }

  /** The entries that a meeting made. */
  madeBy(meeting: StoryMeeting): FileEdit[] {
    return this.#entries
      .filter((entry) => entry.from === meeting.key)
      .map((entry) => this.#write(entry))
      .map(({ path, text }) => write(path, text));
  }

  #write(entry: StoryEntry, tree: Tree = this.#history.main): LogFile {
    return this.#book.write(entry, {
      commit: (key) => this.#commit(key).link,
      place: (path, text) => this.#place(tree, path, text),
    });
  }

  #continued({ entry, later }: LogNews, date: string): LogFile {
    const path = this.#book.pathOf(entry);
    const text = this.#drafts.textAt(path) ?? this.#history.main.get(path);
    if (text === undefined || later === undefined) {
      throw new Error(`There is no entry yet to go on with: ${path}`);
    }
    return { path, text: this.#book.continued(text, later, date) };
  }

  #commit(key: string): MadeCommit {
    const commit = this.#commits.get(key);
    if (commit === undefined) {
      throw new Error(`No commit is called “${key}” yet.`);
    }
    return commit;
  }

  /** A place as it is on `main`, or on a branch that somebody works on. */
  #place(tree: Tree, path: string, text: string | undefined): CodePlace {
    for (const files of [tree, ...[...this.#history.branches.values()].map((branch) => branch.tree)]) {
      const lines = files.get(path)?.split('\n') ?? [];
      const line = lines.findIndex((candidate) => text !== undefined && candidate.includes(text));
      if (line >= 0) {
        return { path, line: line + 1, text: lines[line]?.trim() ?? '' };
      }
      if (text === undefined && files.has(path)) {
        return { path };
      }
    }
    throw new Error(`${path} has no line with “${text}”.`);
  }

  /** Entries are committed within a few days, unless a commit of their writer takes them along. */
  #dueAfter({ date }: Moment): number {
    const days = this.#random.pick([1, 2, 3, 4, 5, 6]);
    let due = addDays(date, days);
    while (!isWorkingDay(due)) {
      due = addDays(due, 1);
    }
    const last = this.#calendar.dateOf('52.5');
    return this.#calendar.secondsAt(due < last ? due : last, this.#random.between(17 * 60, 18 * 60 + 20));
  }
}
