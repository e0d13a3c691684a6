import * as l10n from '@vscode/l10n';
import type { Entry } from '../entries/entry.ts';
import type { Page } from '../format/parseFile.ts';
import type { FileStamp } from '../ports/files.ts';
import type { Problem } from '../problem.ts';
import { defaultTeamSettings, type TeamSettings } from '../team/teamSettings.ts';
import { compareEntries, insertionPoint } from './entryOrder.ts';
import type { IndexedFile } from './indexedFile.ts';
import type { LogSurroundings } from './readLog.ts';

/** The files of a log as they were last read, by path, by id and by date. Holds no text. */
export class FileIndex {
  readonly #files = new Map<string, IndexedFile>();
  readonly #pathsOf = new Map<string, Set<string>>();
  /** Paths whose file has a problem of its own; most files have none. */
  readonly #troubled = new Set<string>();
  readonly #shared = new Set<string>();
  #entries: Entry[] = [];
  #surroundings: LogSurroundings = { team: defaultTeamSettings, problems: [] };

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  get pages(): readonly Page[] {
    return [...this.#files.values()].flatMap((file) => file.page ?? []);
  }

  get fileCount(): number {
    return this.#files.size;
  }

  get team(): TeamSettings {
    return this.#surroundings.team;
  }

  get problems(): readonly Problem[] {
    const paths = new Set(this.#troubled);
    for (const id of this.#shared) {
      for (const path of this.#pathsOf.get(id) ?? []) {
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
    return [...(this.#pathsOf.get(id) ?? [])].flatMap((path) => this.at(path) ?? []);
  }

  problemsOf(path: string): readonly Problem[] {
    return [
      ...this.#ownProblems(path),
      ...this.#surroundings.problems.filter((problem) => problem.path === path),
    ];
  }

  /**
   * Takes what a whole reading found.
   *
   * @returns the paths whose content is not what it was
   */
  replaceAll(
    found: LogSurroundings & {
      readonly paths: ReadonlySet<string>;
      readonly changed: readonly IndexedFile[];
    },
  ): readonly string[] {
    const gone = [...this.#files.keys()].filter((path) => !found.paths.has(path));
    const changed = found.changed.map((file) => file.path);
    for (const path of [...gone, ...changed]) {
      this.#forget(path);
    }
    const dropped = new Set([...gone, ...changed]);
    const kept = this.#entries.filter((entry) => !dropped.has(entry.path));
    for (const file of found.changed) {
      this.#remember(file);
    }
    this.#entries = [...kept, ...found.changed.flatMap((file) => file.entry ?? [])].sort(compareEntries);
    this.#surroundings = found;
    return [...dropped];
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
    this.#pathsOf.clear();
    this.#troubled.clear();
    this.#shared.clear();
    this.#entries = [];
    this.#surroundings = { team: defaultTeamSettings, problems: [] };
  }

  #remember(file: IndexedFile): void {
    this.#files.set(file.path, file);
    if (file.problems.length > 0) {
      this.#troubled.add(file.path);
    }
    const id = idOf(file);
    if (id !== undefined) {
      const paths = this.#pathsOf.get(id) ?? new Set();
      this.#pathsOf.set(id, paths.add(file.path));
      this.#noteSharing(id, paths);
    }
  }

  #forget(path: string): void {
    const file = this.#files.get(path);
    const id = file && idOf(file);
    this.#files.delete(path);
    this.#troubled.delete(path);
    const paths = id === undefined ? undefined : this.#pathsOf.get(id);
    if (id === undefined || paths === undefined) {
      return;
    }
    paths.delete(path);
    this.#noteSharing(id, paths);
    if (paths.size === 0) {
      this.#pathsOf.delete(id);
    }
  }

  #noteSharing(id: string, paths: ReadonlySet<string>): void {
    if (paths.size > 1) {
      this.#shared.add(id);
    } else {
      this.#shared.delete(id);
    }
  }

  #ownProblems(path: string): readonly Problem[] {
    const file = this.#files.get(path);
    if (file === undefined) {
      return [];
    }
    const id = idOf(file);
    if (id === undefined || !this.#shared.has(id)) {
      return file.problems;
    }
    const others = [...(this.#pathsOf.get(id) ?? [])].filter((other) => other !== path).sort(compareText);
    return [...file.problems, duplicateId(path, id, others)];
  }
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
