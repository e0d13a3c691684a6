import type { Entry } from '../entries/entry.ts';
import { bodyOf } from '../format/entryBody.ts';
import type { Page } from '../format/parseFile.ts';
import type { Cancellation } from '../ports/cancellation.ts';
import type { ThingState } from '../plan/planState.ts';
import type { Problem } from '../problem.ts';
import type { FailureIndex, Likeness, Told } from '../resemblance/failureIndex.ts';
import { RetroError } from '../retroError.ts';
import type { TeamSettings } from '../team/teamSettings.ts';
import type { Survey } from '../pulse/survey.ts';
import type { Template } from '../templates/template.ts';
import type { LogPorts } from './changeLog.ts';
import { FileIndex } from './fileIndex.ts';
import type { Applied, LogEdit } from './logEdit.ts';
import { attributeFiles, isLogFile, isTemplateFile, mayBeFolder, pageFile, teamFile } from './logFiles.ts';
import { indexFile } from './indexedFile.ts';
import { LateIndex } from './lateIndex.ts';
import { isLeftOut, leftOutSentence } from './leftOut.ts';
import type { LogSearch } from './logSearch.ts';
import { readLog, type FoundLog } from './readLog.ts';

/** How far the log has been read. */
export type LogState =
  | { readonly name: 'unread' }
  | { readonly name: 'reading' }
  | { readonly name: 'ready' }
  /** There is no such folder. Adding an entry makes it. `leftOut`: HEAD has it all the same (see `isLeftOut`). */
  | { readonly name: 'absent'; readonly leftOut: boolean }
  /** What stands in the way, in a sentence of the system's. */
  | { readonly name: 'unreadable'; readonly reason: string };

/** An earlier failure that resembles what is told, and why. */
export interface Resembling {
  readonly entry: Entry;
  readonly likeness: Likeness;
}

/** Which files an event is about; `undefined` stands for all of them. */
export type LogListener = (paths: readonly string[] | undefined) => void;

/**
 * The index of a log's files, and the one way to change them. The files are the truth: the index is read from
 * them once (`load`), kept true by `refresh` whenever something says that files changed, and can be read anew
 * at any time.
 */
export class RetroLog {
  /** The log's folder, POSIX, from the root of the repository. */
  readonly folder: string;
  readonly #ports: LogPorts;
  readonly #index: FileIndex;
  readonly #listeners = new Set<LogListener>();
  readonly #textListeners = new Set<LogListener>();
  #state: LogState = { name: 'unread' };
  #loading: Promise<void> | undefined;
  readonly #search: LateIndex<LogSearch>;
  readonly #failures: LateIndex<FailureIndex>;
  /** Refreshes follow one another, so that an older reading never replaces a newer one. */
  #refreshed: Promise<void> = Promise.resolve();

  constructor(ports: LogPorts, folder: string) {
    this.folder = folder;
    this.#ports = ports;
    this.#index = new FileIndex();
    const texts = { files: ports.files, at: (path: string) => this.#index.at(path) };
    this.#search = new LateIndex(
      { ...texts, entries: () => this.entries },
      async () => new (await import('./logSearch.ts')).LogSearch(),
    );
    this.#failures = new LateIndex(
      { ...texts, entries: () => this.entries.filter(({ kind }) => kind === 'failure') },
      async () => new (await import('../resemblance/failureIndex.ts')).FailureIndex(),
    );
  }

  get state(): LogState {
    return this.#state;
  }

  /** All entries, the newest first; those of one day by id. */
  get entries(): readonly Entry[] {
    return this.#index.entries;
  }

  /** Meetings, pulses and audits, in no particular order. */
  get pages(): readonly Page[] {
    return this.#index.pages;
  }

  /** Everything that is wrong with any file, by path and line. */
  get problems(): readonly Problem[] {
    return this.#index.problems;
  }

  /** How many files were read, with or without problems. */
  get fileCount(): number {
    return this.#index.fileCount;
  }

  /** The team's own templates. */
  get templates(): readonly Template[] {
    return this.#index.templates;
  }

  /** The team's own surveys. */
  get surveys(): readonly Survey[] {
    return this.#index.surveys;
  }

  get team(): TeamSettings {
    return this.#index.team;
  }

  /** Every entry with this id: more than one where a file was copied. */
  withId(id: string): readonly Entry[] {
    return this.#index.withId(id);
  }

  /** The entry in one file, if it holds one. */
  at(path: string): Entry | undefined {
    return this.#index.at(path);
  }

  /** What is wrong with one file. */
  problemsOf(path: string): readonly Problem[] {
    return this.#index.problemsOf(path);
  }

  /** Reads all files, once: a second call waits for the first. */
  load(cancellation?: Cancellation): Promise<void> {
    this.#loading ??= this.#inTurn(() => this.#readAll(cancellation));
    return this.#loading;
  }

  /**
   * Makes the index true again after files changed.
   *
   * @param paths the files that may have changed; without them the folder is listed and only files with
   *   another size or time are read
   */
  refresh(paths?: readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state.name === 'unread') {
        return;
      }
      const plan = pageFile(this.folder, 'plan');
      if (paths?.includes(plan) === true) {
        this.#tell([plan]);
      }
      const concerned = paths?.filter((path) => this.#concerns(path));
      if (concerned?.length === 0) {
        return;
      }
      if (this.#state.name === 'ready' && concerned?.every((path) => isLogFile(this.folder, path))) {
        await this.#readSome(concerned);
      } else {
        await this.#readAll();
      }
      tell(this.#textListeners, concerned);
    });
  }

  /** What the team's plan says, and where the team stands with each thing. Empty where there is no plan. */
  async plan(): Promise<readonly ThingState[]> {
    const path = pageFile(this.folder, 'plan');
    const content = await this.#ports.files.read(path);
    if (content.state !== 'text') {
      return [];
    }
    const [{ readPlan }, { planState }] = await Promise.all([
      import('../plan/readPlan.ts'),
      import('../plan/planState.ts'),
    ]);
    return planState(readPlan(path, content.text), (file) => this.#index.at(file));
  }

  /** The Markdown below an entry's title, read from its file now. */
  async bodyOf(entry: Pick<Entry, 'path'>): Promise<string> {
    const content = await this.#ports.files.read(entry.path);
    return content.state === 'text' ? bodyOf(content.text) : '';
  }

  /**
   * Entries that hold all the words, best first. The first call reads the files once more for a full-text
   * index; later ones read what has changed since.
   */
  async search(words: string, limit = 50): Promise<readonly Entry[]> {
    await this.load();
    const search = await this.#search.current();
    return search.find(words, limit).flatMap((path) => this.#index.at(path) ?? []);
  }

  /**
   * Earlier failures that resemble what is told, the most alike first. The first call reads the files of all failures
   * once more; later ones read what has changed since.
   */
  async resembling(told: Told, limit = 3): Promise<readonly Resembling[]> {
    await this.load();
    const failures = await this.#failures.current();
    return failures.find(told, limit).flatMap(({ path, likeness }) => {
      const entry = this.#index.at(path);
      return entry === undefined ? [] : [{ entry, likeness }];
    });
  }

  /**
   * Carries out one edit and resolves when the index knows it.
   *
   * @throws RetroError as `changeLog` says; `already-there` where a log would be made anew that is only left out
   */
  async apply(edit: LogEdit): Promise<Applied> {
    if (edit.type === 'initialise') {
      await this.#refuseIfLeftOut();
    }
    const { changeLog } = await import('./changeLog.ts');
    const applied = await changeLog(this.#ports, this.folder, edit);
    await this.refresh(applied.paths);
    return applied;
  }

  /**
   * Calls back after every change of the index, not where files were read again and say what they said; and when the
   * team's plan, which is in no index, may have changed. Returns what ends that.
   */
  onDidChange(listener: LogListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Calls back whenever files were read again, for whoever keeps their text: the index holds none, and may say what it
   * said before. Returns what ends that.
   */
  onDidRead(listener: LogListener): () => void {
    this.#textListeners.add(listener);
    return () => this.#textListeners.delete(listener);
  }

  async #refuseIfLeftOut(): Promise<void> {
    await this.load();
    if (this.#state.name === 'absent' && this.#state.leftOut) {
      throw new RetroError('already-there', leftOutSentence(this.folder));
    }
  }

  #inTurn(task: () => Promise<void>): Promise<void> {
    const turn = this.#refreshed.then(task);
    this.#refreshed = turn.catch(() => undefined);
    return turn;
  }

  #concerns(path: string): boolean {
    return (
      isLogFile(this.folder, path) ||
      path === teamFile(this.folder) ||
      isTemplateFile(this.folder, path) ||
      mayBeFolder(this.folder, path) ||
      attributeFiles(this.folder).includes(path)
    );
  }

  async #readAll(cancellation?: Cancellation): Promise<void> {
    if (this.#state.name === 'unread') {
      this.#become({ name: 'reading' });
    }
    const stampOf = this.#index.fileCount === 0 ? undefined : (path: string) => this.#index.stampOf(path);
    const found = await readLog(this.#ports.files, this.folder, { cancellation, stampOf });
    if (cancellation?.aborted) {
      this.#loading = undefined;
      this.#become({ name: 'unread' });
      return;
    }
    await this.#take(found);
  }

  async #take(found: FoundLog): Promise<void> {
    if (found.state === 'read') {
      const wasSo = this.#state.name === 'ready' && this.#index.stands(found);
      const changed = this.#index.replaceAll(found);
      this.#noteUnread(changed);
      if (!wasSo || changed.length > 0) {
        this.#become({ name: 'ready' });
      }
      return;
    }
    this.#noteUnread(this.#index.entries.map((entry) => entry.path));
    this.#index.clear();
    const { versions } = this.#ports;
    this.#become(
      found.state === 'absent'
        ? { name: 'absent', leftOut: versions !== undefined && (await isLeftOut(versions, this.folder)) }
        : { name: 'unreadable', reason: found.reason },
    );
  }

  async #readSome(paths: readonly string[]): Promise<void> {
    const changed: string[] = [];
    await this.#ports.files.readMany(paths, (path, content) => {
      const file = indexFile(path, content);
      if (!this.#index.says(path, file)) {
        this.#index.replace(path, file);
        changed.push(path);
      }
      this.#noteUnread([path]);
    });
    if (changed.length > 0) {
      this.#tell(changed);
    }
  }

  #noteUnread(paths: readonly string[]): void {
    this.#search.note(paths);
    this.#failures.note(paths);
  }

  #become(state: LogState): void {
    this.#state = state;
    this.#tell(undefined);
  }

  #tell(paths: readonly string[] | undefined): void {
    tell(this.#listeners, paths);
  }
}

function tell(listeners: ReadonlySet<LogListener>, paths: readonly string[] | undefined): void {
  for (const listener of listeners) {
    listener(paths);
  }
}
