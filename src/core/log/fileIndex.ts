import * as l10n from '@vscode/l10n';
import type { Entry } from '../entries/entry.ts';
import type { Page } from '../format/parseFile.ts';
import type { FileStamp } from '../ports/files.ts';
import type { Problem } from '../problem.ts';
import { defaultTeamSettings, type TeamSettings } from '../team/teamSettings.ts';
import { inOrder, insertionPoint } from './entryOrder.ts';
import type { IndexedFile } from './indexedFile.ts';
import type { LogSurroundings } from './readLog.ts';
import type { Survey } from '../pulse/survey.ts';
import type { Template } from '../templates/template.ts';

const nothingAround: LogSurroundings = {
  team: defaultTeamSettings,
  templates: [],
  surveys: [],
  problems: [],
};

/** The files of a log as they were last read, by path, by id and by date. Holds no text. */
export class FileIndex {
  readonly #files = new Map<string, IndexedFile>();
  /** One path of each id. */
  readonly #pathOf = new Map<string, string>();
  /** All paths of those ids that more than one file has: hardly any. */
  readonly #copies = new Map<string, Set<string>>();
  /** Paths whose file has a problem of its own; most files have none. */
  readonly #troubled = new Set<string>();
  #entries: Entry[] = [];
  /** Few beside the entries. */
  readonly #pages = new Map<string, Page>();
  #surroundings: LogSurroundings = nothingAround;

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  get pages(): readonly Page[] {
    return [...this.#pages.values()];
  }

  get fileCount(): number {
    return this.#files.size;
  }

  get team(): TeamSettings {
    return this.#surroundings.team;
  }

  get templates(): readonly Template[] {
    return this.#surroundings.templates;
  }

  get surveys(): readonly Survey[] {
    return this.#surroundings.surveys;
  }

  get problems(): readonly Problem[] {
    const paths = new Set(this.#troubled);
    for (const copies of this.#copies.values()) {
      for (const path of copies) {
        paths.add(path);
      }
    }
    return [...[...paths].flatMap((path) => this.#ownProblems(path)), ...this.#surroundings.problems].sort(
      (a, b) => compareText(a.path, b.path) || a.line - b.line,
    );
  }

  at(path: string): Entry | undefined {
    return this.#files.get(path)?.entry;
  }

  stampOf(path: string): FileStamp | undefined {
    return this.#files.get(path)?.stamp;
  }

  withId(id: string): readonly Entry[] {
    const path = this.#pathOf.get(id);
    const paths = this.#copies.get(id) ?? (path === undefined ? [] : [path]);
    return [...paths].flatMap((each) => this.at(each) ?? []);
  }

  problemsOf(path: string): readonly Problem[] {
    return [
      ...this.#ownProblems(path),
      ...this.#surroundings.problems.filter((problem) => problem.path === path),
    ];
  }

  /** Whether what was read at a path says what is known of it already. */
  says(path: string, file: IndexedFile | undefined): boolean {
    return isSame(withoutStamp(this.#files.get(path)), withoutStamp(file));
  }

  /** Whether what stands beside the files is what is known of it already. */
  stands({ team, templates, surveys, problems }: LogSurroundings): boolean {
    const known = this.#surroundings;
    return isSame(
      [known.team, known.templates, known.surveys, known.problems],
      [team, templates, surveys, problems],
    );
  }

  /**
   * Takes what a whole reading found.
   *
   * @returns the paths whose content is not what it was
   */
  replaceAll(
    found: LogSurroundings & {
      readonly paths: readonly string[];
      readonly changed: readonly IndexedFile[];
    },
  ): readonly string[] {
    const changed = found.changed.map((file) => file.path);
    // The first reading, of everything, has nothing to compare with.
    const gone = this.#files.size === 0 ? [] : this.#forgetAll(found.paths, changed);
    const entries = [...this.#entries];
    for (const file of found.changed) {
      this.#remember(file);
      if (file.entry !== undefined) {
        entries.push(file.entry);
      }
    }
    this.#entries = inOrder(entries);
    this.#surroundings = found;
    return [...gone, ...changed];
  }

  /** Takes what is at one path now; `undefined`: nothing. */
  replace(path: string, file: IndexedFile | undefined): void {
    const before = this.at(path);
    if (before !== undefined) {
      this.#entries.splice(insertionPoint(this.#entries, before), 1);
    }
    this.#forget(path);
    if (file === undefined) {
      return;
    }
    this.#remember(file);
    if (file.entry !== undefined) {
      this.#entries.splice(insertionPoint(this.#entries, file.entry), 0, file.entry);
    }
  }

  clear(): void {
    this.#files.clear();
    this.#pages.clear();
    this.#pathOf.clear();
    this.#copies.clear();
    this.#troubled.clear();
    this.#entries = [];
    this.#surroundings = nothingAround;
  }

  #remember(file: IndexedFile): void {
    this.#files.set(file.path, file);
    if (file.page !== undefined) {
      this.#pages.set(file.path, file.page);
    }
    if (file.problems.length > 0) {
      this.#troubled.add(file.path);
    }
    const id = idOf(file);
    if (id === undefined) {
      return;
    }
    const other = this.#pathOf.get(id);
    if (other === undefined) {
      this.#pathOf.set(id, file.path);
    } else {
      const copies = this.#copies.get(id) ?? new Set([other]);
      this.#copies.set(id, copies.add(file.path));
    }
  }

  /** Forgets what changed and what is gone, and says what is gone. */
  #forgetAll(there: readonly string[], changed: readonly string[]): readonly string[] {
    const present = new Set(there);
    const gone = [...this.#files.keys()].filter((path) => !present.has(path));
    const dropped = new Set([...gone, ...changed]);
    for (const path of dropped) {
      this.#forget(path);
    }
    this.#entries = this.#entries.filter((entry) => !dropped.has(entry.path));
    return gone;
  }

  #forget(path: string): void {
    const file = this.#files.get(path);
    const id = file && idOf(file);
    this.#files.delete(path);
    this.#pages.delete(path);
    this.#troubled.delete(path);
    if (id === undefined) {
      return;
    }
    const copies = this.#copies.get(id) ?? new Set();
    copies.delete(path);
    const [other] = copies;
    if (other === undefined) {
      this.#pathOf.delete(id);
    } else {
      this.#pathOf.set(id, other);
    }
    if (copies.size < 2) {
      this.#copies.delete(id);
    }
  }

  #ownProblems(path: string): readonly Problem[] {
    const file = this.#files.get(path);
    if (file === undefined) {
      return [];
    }
    const id = idOf(file);
    const copies = id === undefined ? undefined : this.#copies.get(id);
    if (id === undefined || copies === undefined) {
      return file.problems;
    }
    const others = [...copies].filter((other) => other !== path).sort(compareText);
    return [...file.problems, duplicateId(path, id, others)];
  }
}

/** Both are data, with their keys in the order in which the same code gave them. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function withoutStamp(file: IndexedFile | undefined): IndexedFile | undefined {
  return file && { ...file, stamp: undefined };
}

function idOf(file: IndexedFile): string | undefined {
  return file.entry?.id ?? file.page?.id;
}

function duplicateId(path: string, id: string, others: readonly string[]): Problem {
  return {
    code: 'duplicate-id',
    severity: 'error',
    path,
    line: 1,
    message: l10n.t('The id “{0}” is also that of {1}. Give one of them a new id.', id, others.join(', ')),
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
