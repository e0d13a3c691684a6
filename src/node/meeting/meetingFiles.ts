import * as l10n from '@vscode/l10n';
import type { BoardHost } from '../../core/board/boardHost.ts';
import type { Deed, DeedType } from '../../core/board/intent.ts';
import { type Refusal, refusal } from '../../core/board/refusal.ts';
import { meetingPath } from '../../core/format/entryPath.ts';
import { hasContent } from '../../core/minutes/hasContent.ts';
import { type ClosePlan, minutesText, ownMinutes, planClose } from '../../core/minutes/planClose.ts';
import { updateMinutes } from '../../core/minutes/updateMinutes.ts';
import { minutesOf } from '../../core/minutes/minutesOf.ts';
import type { Entry } from '../../core/entries/entry.ts';
import type { RetroLog } from '../../core/log/retroLog.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Files } from '../../core/ports/files.ts';
import type { Staging } from '../../core/ports/git.ts';
import { RetroError } from '../../core/retroError.ts';
import type { MinutesState, PanelFacts } from '../../protocol/boardPanel.ts';
import type { MinutesMemory } from './minutesMemory.ts';

/** Milliseconds of quiet before the minutes are written. */
const quiet = 2000;

/**
 * Milliseconds between two looks at the file. Nobody else says so everywhere: a server watches no files, and an editor
 * overlooks what happens in folders that were made at once, one in the other.
 */
const lookAgain = 3000;

/** Deeds after which they are written at once. */
const steps: readonly DeedType[] = ['goTo', 'reveal', 'revealVotes'];

/** Where what comes out of a meeting is kept. */
export interface MeetingPlace {
  readonly log: RetroLog;
  /** The files of the log's repository, as a person sees them. */
  readonly files: Files;
  readonly clock: Clock;
  /** Absent where nothing can be committed. */
  readonly staging: Staging | undefined;
}

/** What was written of the meeting. */
export interface ClosedMeeting {
  readonly entries: number;
  readonly sentence: string;
}

/**
 * Keeps the file of a meeting's minutes as the board is, and writes what comes out of it. What somebody else wrote
 * into the file is never written over: it is said, and both can be kept.
 */
export class MeetingFiles {
  readonly #place: MeetingPlace;
  readonly #host: BoardHost;
  readonly #tell: () => void;
  readonly #memory: MinutesMemory;
  #timer: NodeJS.Timeout | undefined;
  #looking: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();
  #state: MinutesState = 'saved';
  #reason = '';
  /** Where the minutes are; settled when they are first written. */
  #path: string;
  #isThere = false;
  readonly #others: string[] = [];

  constructor(place: MeetingPlace, host: BoardHost, memory: MinutesMemory, tell: () => void) {
    this.#place = place;
    this.#host = host;
    this.#memory = memory;
    this.#tell = tell;
    this.#path = this.#findPath();
  }

  get state(): PanelFacts['minutes'] {
    return { state: this.#state, path: this.#isThere ? this.#path : '', reason: this.#reason };
  }

  /** Whether what comes out can be committed. */
  get canCommit(): boolean {
    return this.#place.staging !== undefined;
  }

  /** Files that the meeting made besides its minutes and entries: they are committed with them. */
  alsoCommit(paths: readonly string[]): void {
    this.#others.push(...paths);
  }

  /** Looks how the file stands when the board is opened, and from then on again and again. */
  open(): Promise<void> {
    this.#looking ??= setInterval(() => void this.look(), lookAgain).unref();
    return this.#inTurn(async () => {
      await this.#memory.load();
      await this.#compare();
    });
  }

  /** Something was done on the board. */
  changed(deed: DeedType): void {
    clearTimeout(this.#timer);
    if (deed !== 'close') {
      this.#timer = setTimeout(() => void this.flush(), steps.includes(deed) ? 0 : quiet);
    }
  }

  /** What is not written yet is left to whoever writes it now, and so is looking. */
  rest(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#looking);
    this.#looking = undefined;
  }

  /** Looks whether somebody else changed the file. */
  look(): Promise<void> {
    return this.#inTurn(() => this.#compare());
  }

  /** Writes what is not written yet, now. Never rejects: why it could not be done is said in the panel. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    return this.#inTurn(() => this.#write());
  }

  /** The minutes as they would be written now, with what comes out of the meeting. */
  async preview(): Promise<string> {
    return this.#plan().minutes;
  }

  /** Puts ours and theirs into one file, where each item of both stands. */
  keepBoth(): Promise<void> {
    return this.#inTurn(async () => {
      const theirs = await this.#read();
      if (theirs === undefined) {
        return this.#write();
      }
      const board = this.#host.board;
      const minutes = minutesOf(board, (id) => this.#entryWith(id)?.path);
      const text = updateMinutes(
        this.#path,
        theirs,
        minutes,
        this.#memory.ours ?? this.#memory.written ?? '',
      );
      this.#memory.ours = ownMinutes(board, this.#path, (id) => this.#entryWith(id));
      return this.#put(text, theirs);
    });
  }

  /**
   * Writes the entries and the minutes, closes the board, and commits where that is wanted. What was interrupted
   * goes on when it is asked for again.
   *
   * @throws RetroError where something could not be written; then the board is still open
   */
  async closeMeeting(
    lead: (deed: Deed) => Promise<Refusal | undefined>,
    commit: boolean,
  ): Promise<ClosedMeeting> {
    clearTimeout(this.#timer);
    const { paths, entries } = await this.#finish();
    const refused = await lead({ type: 'close' });
    if (refused !== undefined) {
      throw new RetroError('bad-input', refused.message);
    }
    if (commit) {
      await this.#place.staging?.commit([...paths, ...(await this.#othersThere())], this.#commitMessage());
    }
    return { entries, sentence: savedSentence(entries, commit) };
  }

  /** Everything but the end of the board itself. */
  async #finish(): Promise<{ readonly paths: readonly string[]; readonly entries: number }> {
    let done: { readonly paths: readonly string[]; readonly entries: number } | undefined;
    await this.#working;
    const work = this.#working.then(async () => {
      const { cards, reviews } = this.#host.board;
      if (cards.some(({ hidden, deleted }) => hidden && !deleted)) {
        throw new RetroError('bad-input', refusal('still-hidden').message);
      }
      await this.#compare();
      if (this.#state === 'changed') {
        throw new RetroError(
          'changed-meanwhile',
          l10n.t('Somebody else changed the minutes. Choose “Keep both” at the bottom, then save again.'),
          { path: this.#path },
        );
      }
      done = await this.#carryOut(
        this.#plan(),
        reviews.map(({ id }) => id),
      );
    });
    this.#working = work.catch(() => undefined);
    await work;
    return done ?? { paths: [], entries: 0 };
  }

  async #carryOut(
    { edits, minutes }: ClosePlan,
    reviewed: readonly string[],
  ): Promise<{ readonly paths: readonly string[]; readonly entries: number }> {
    const added: string[] = [];
    for (const edit of edits.filter(({ type }) => type !== 'writeMinutes')) {
      const { paths } = await this.#place.log.apply(edit);
      added.push(...(edit.type === 'addEntry' ? paths : []));
    }
    await this.#put(minutes, this.#memory.written);
    const ids = [...this.#madeIds(), ...reviewed];
    const files = ids.flatMap((id) => this.#entryWith(id)?.path ?? []);
    return { paths: [...new Set([...files, ...added, this.#path])], entries: added.length };
  }

  /** The ids of all entries that come out of the meeting, also of those that an earlier attempt wrote. */
  #madeIds(): readonly string[] {
    const { made, cards, groups } = this.#host.board;
    return [
      ...made.flatMap(({ id, deleted }) => (deleted ? [] : id)),
      ...[...cards, ...groups].flatMap(({ promotion }) => promotion?.entry ?? []),
    ];
  }

  #plan(): ClosePlan {
    const { written, ours } = this.#memory;
    return planClose(this.#host.board, {
      folder: this.#place.log.folder,
      path: this.#path,
      before: written,
      ours,
      today: this.#place.clock.today(),
      entryWith: (id) => this.#entryWith(id),
    });
  }

  /** One that was taken away again is not missed. */
  async #othersThere(): Promise<readonly string[]> {
    const there = await Promise.all(this.#others.map((path) => this.#place.files.read(path)));
    return this.#others.filter((_, at) => there[at]?.state === 'text');
  }

  #commitMessage(): string {
    const { title, id } = this.#host.board.meeting;
    return `${l10n.t('Minutes of {0}', title)}\n\nRetro: ${id}`;
  }

  #entryWith(id: string): Entry | undefined {
    return this.#place.log.withId(id)[0];
  }

  /** The file that has the meeting's id, or the one that it will get. */
  #findPath(): string {
    const { id, date, title } = this.#host.board.meeting;
    const page = this.#place.log.pages.find((each) => each.id === id);
    return page?.path ?? meetingPath(this.#place.log.folder, date, title, id);
  }

  async #read(): Promise<string | undefined> {
    const content = await this.#place.files.read(this.#path);
    return content.state === 'text' ? content.text : undefined;
  }

  /** A file that says neither what we wrote last nor what we were about to write was changed by somebody else. */
  async #compare(): Promise<void> {
    if (this.#memory.written === undefined) {
      this.#path = this.#findPath();
    }
    const text = await this.#read();
    this.#isThere = text !== undefined;
    if (text !== undefined && this.#memory.isOurs(text)) {
      this.#memory.written = text;
    }
    this.#become(text === undefined || text === this.#memory.written ? 'saved' : 'changed');
  }

  async #write(): Promise<void> {
    if (this.#state === 'changed' || this.#host.board.state !== 'open') {
      return;
    }
    if (this.#memory.written === undefined && !hasContent(this.#host.board)) {
      return;
    }
    try {
      const { written, ours } = this.#memory;
      const text = minutesText(this.#host.board, this.#path, written, (id) => this.#entryWith(id), ours);
      if (this.#memory.ours !== undefined) {
        this.#memory.ours = ownMinutes(this.#host.board, this.#path, (id) => this.#entryWith(id));
      }
      if (text !== this.#memory.written || !this.#isThere) {
        await this.#put(text, this.#isThere ? this.#memory.written : undefined);
      }
    } catch (error) {
      this.#failed(error);
    }
  }

  async #put(text: string, before: string | undefined): Promise<void> {
    this.#become('saving');
    await this.#memory.aboutToWrite(text);
    await this.#place.log.apply({ type: 'writeMinutes', path: this.#path, text, before });
    this.#memory.written = text;
    this.#isThere = true;
    this.#become('saved');
  }

  #failed(error: unknown): void {
    if (!(error instanceof RetroError)) {
      throw error;
    }
    const theirs = error.code === 'changed-meanwhile' || error.code === 'already-there';
    this.#become(theirs ? 'changed' : 'failed', error.message);
  }

  #become(state: MinutesState, reason = ''): void {
    if (state !== this.#state || reason !== this.#reason) {
      this.#state = state;
      this.#reason = reason;
      this.#tell();
    }
  }

  #inTurn(task: () => Promise<void>): Promise<void> {
    this.#working = this.#working.then(task).catch((error: unknown) => this.#failed(error));
    return this.#working;
  }
}

function savedSentence(entries: number, committed: boolean): string {
  if (entries === 0) {
    return committed ? l10n.t('The minutes are saved and committed.') : l10n.t('The minutes are saved.');
  }
  const written = entries === 1 ? l10n.t('1 entry') : l10n.t('{0} entries', entries);
  return committed
    ? l10n.t('The minutes and {0} are saved and committed.', written)
    : l10n.t('The minutes and {0} are saved.', written);
}
