import * as vscode from 'vscode';
import type { Board } from '../../core/board/board.ts';
import { BoardHost } from '../../core/board/boardHost.ts';
import type { Template } from '../../core/templates/template.ts';
import { RetroError } from '../../core/retroError.ts';
import { cryptoIds } from '../../node/cryptoIds.ts';
import type { FileJournal } from '../../node/journal/fileJournal.ts';
import { sharedBefore } from '../../node/live/openRoom.ts';
import type { SharedAs } from '../../node/live/roomRecord.ts';
import type { MinutesMemory } from '../../node/meeting/minutesMemory.ts';
import type { Session } from '../session.ts';
import { BoardStorage } from './boardStorage.ts';
import { facilitatorName } from './facilitatorName.ts';
import type { PageMemory } from './pageMemory.ts';
import { readMinutes } from './readMinutes.ts';

/** A meeting whose board is kept on this machine. */
export interface KeptBoard {
  readonly meeting: Board['meeting'];
  readonly state: Board['state'];
  readonly phase: Board['phase'];
  readonly template: string;
}

/** A board that was shared when it was there last. */
export interface SharedBefore {
  readonly sharedAs: SharedAs;
  readonly template: Template;
}

/** A board with what belongs to it. */
export interface Opened {
  readonly host: BoardHost;
  readonly journal: FileJournal;
  readonly memory: MinutesMemory;
}

/** Boards as they are held on this machine: their journals, and where those are gone, their minutes. */
export class HeldBoards {
  readonly #storage: BoardStorage;

  constructor(storage: vscode.Uri) {
    this.#storage = new BoardStorage(storage);
  }

  /** The meetings of a repository that have a journal here, the latest first. Those that are open elsewhere count. */
  async kept(session: Session): Promise<readonly KeptBoard[]> {
    const found: KeptBoard[] = [];
    for (const meeting of await this.#storage.meetings(session)) {
      const board = await this.#storage.look(session, meeting);
      if (board !== undefined && board.state !== 'new') {
        found.push({
          meeting: board.meeting,
          state: board.state,
          phase: board.phase,
          template: board.template.name,
        });
      }
    }
    return found.toSorted((a, b) => (a.meeting.date < b.meeting.date ? 1 : -1));
  }

  /** Whether a meeting of a repository has a journal here. */
  async has(session: Session, meeting: string): Promise<boolean> {
    return (await this.#storage.meetings(session)).includes(meeting);
  }

  /** The board that a journal holds, without opening it; `undefined` where nothing of it can be read. */
  look(session: Session, meeting: string): Promise<Board | undefined> {
    return this.#storage.look(session, meeting);
  }

  /** How a board was shared, where that was neither ended nor closed when its panel or its editor was gone. */
  async shared(session: Session, meeting: string): Promise<SharedBefore | undefined> {
    const sharedAs = await sharedBefore(this.folderOf(session), meeting);
    const board = sharedAs && (await this.look(session, meeting));
    return sharedAs !== undefined && board?.state === 'open'
      ? { sharedAs, template: board.template }
      : undefined;
  }

  /** Absolute path of the folder that has the journals of a repository. */
  folderOf(session: Session): string {
    return this.#storage.folderOf(session);
  }

  /** What is kept of the page of a meeting's board. */
  pageMemory(session: Session, meeting: string, onFailure: (error: unknown) => void): PageMemory {
    return this.#storage.pageMemory(session, meeting, onFailure);
  }

  /**
   * Opens the journal of a meeting, or begins one.
   *
   * @throws RetroError as `BoardStorage.open`
   */
  async openKept(session: Session, meeting: string): Promise<Opened> {
    const journal = await this.#storage.open(session, meeting);
    const memory = this.#storage.minutesMemory(session, meeting);
    try {
      await memory.load();
      return {
        host: await BoardHost.open({ journal, clock: session.clock, ids: cryptoIds }),
        journal,
        memory,
      };
    } catch (error) {
      await journal.close();
      throw error;
    }
  }

  /**
   * A meeting that was held before: from its minutes where there is no journal here, and where somebody changed the
   * minutes after it was closed.
   *
   * @throws RetroError as `BoardStorage.open`; `not-found` where there is neither
   */
  async openHeld(session: Session, meeting: string): Promise<Opened> {
    const opened = await this.openKept(session, meeting);
    try {
      await session.log.load();
      const { state } = opened.host.board;
      const minutes = state === 'open' ? undefined : await readMinutes(session, meeting);
      if (minutes !== undefined && (state === 'new' || !opened.memory.isOurs(minutes.text))) {
        await opened.journal.compact(minutes.board);
        await opened.memory.aboutToWrite(minutes.text);
        await opened.host.close();
        return await this.#withFacilitator(session, await this.openKept(session, meeting));
      }
      if (state === 'new') {
        throw new RetroError(
          'not-found',
          vscode.l10n.t('This retro is not here any more, nor are its minutes.'),
        );
      }
      return opened;
    } catch (error) {
      await opened.host.close();
      throw error;
    }
  }

  /** Whoever opens a meeting from its minutes runs it. */
  async #withFacilitator(session: Session, opened: Opened): Promise<Opened> {
    const deed = { type: 'join', name: await facilitatorName(session) } as const;
    await opened.host.take({ id: cryptoIds.newId(), deed }, cryptoIds.newId());
    return opened;
  }
}
