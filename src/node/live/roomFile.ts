import * as l10n from '@vscode/l10n';
import type { Files } from '../../core/ports/files.ts';
import { RetroError } from '../../core/retroError.ts';
import { isId, isLine } from '../../protocol/boardValues.ts';
import { type Guard, isCount, isFlag, listOf, shape, text } from '../../protocol/guard.ts';
import { isProof, isRoomId } from '../../protocol/liveRoom.ts';

/** Somebody who was let in. */
export interface Member {
  /** Their id at the board. */
  readonly id: string;
  readonly name: string;
  /** The digest of the secret by which they come back. */
  readonly secret: string;
  /** They came by the facilitator's link. */
  readonly host: boolean;
}

/** What is kept of a room besides its board. */
export interface RoomRecord {
  readonly version: 1;
  readonly room: string;
  /** The id of its meeting. */
  readonly meeting: string;
  /** The token in the facilitator's link. */
  readonly hostToken: string;
  /** The token in the invitation, and until when it admits somebody new, in milliseconds since the epoch. */
  readonly guestToken: string;
  readonly admitsUntil: number;
  /** Where it was served last, so that pages that are open find it again; 0 where it never was. */
  readonly port: number;
  readonly locked: boolean;
  readonly ended: boolean;
  readonly members: readonly Member[];
  /** The key of the survey of which a round is open; absent or empty for none. Nothing of its answers is kept. */
  readonly pulse?: string;
  /** At which addresses an editor shared it, so that it can be shared there again. */
  readonly sharedAs?: SharedAs;
}

/** The addresses of a board that an editor shares: of `Listening`. */
export interface SharedAs {
  readonly host: string;
  readonly origins: readonly string[];
}

const isSharedAs: Guard<SharedAs> = shape({ host: text(2048), origins: listOf(text(2048), 20) });

const isRecord: Guard<RoomRecord> = shape(
  {
    version: (value): value is 1 => value === 1,
    room: isRoomId,
    meeting: isId,
    hostToken: isProof,
    guestToken: isProof,
    admitsUntil: isCount,
    port: isCount,
    locked: isFlag,
    ended: isFlag,
    members: listOf(shape({ id: isId, name: isLine, secret: text(64), host: isFlag }), 2000),
  },
  { sharedAs: isSharedAs, pulse: text(1000) },
);

const ending = '.room.json';

/** The file of a room, written whole or not at all. Changes follow one another. */
export class RoomFile {
  readonly #files: Files;
  readonly #path: string;
  #record: RoomRecord;

  private constructor(files: Files, record: RoomRecord) {
    this.#files = files;
    this.#path = `${record.meeting}${ending}`;
    this.#record = record;
  }

  /** A room that was not there before. */
  static async make(files: Files, record: RoomRecord): Promise<RoomFile> {
    const file = new RoomFile(files, record);
    await file.#write();
    return file;
  }

  /**
   * The rooms that a folder holds and that have not ended.
   *
   * @throws RetroError `cannot-read` where the folder cannot be read
   */
  static async found(files: Files): Promise<readonly RoomFile[]> {
    const listed = await files.list('', [ending]);
    if (listed.state === 'missing') {
      return [];
    }
    if (listed.state !== 'listed') {
      throw new RetroError(
        'cannot-read',
        l10n.t('The folder of the journals could not be read: {0}', listed.reason),
      );
    }
    const rooms: RoomFile[] = [];
    for (const path of listed.files) {
      const content = await files.read(path);
      const record = content.state === 'text' ? parsed(content.text) : undefined;
      if (isRecord(record) && !record.ended) {
        rooms.push(new RoomFile(files, record));
      }
    }
    return rooms;
  }

  get record(): RoomRecord {
    return this.#record;
  }

  /**
   * Keeps what is new.
   *
   * @throws RetroError where it could not be written; then all is as it was
   */
  async change(change: Partial<RoomRecord>): Promise<void> {
    const before = this.#record;
    this.#record = { ...before, ...change };
    try {
      await this.#write();
    } catch (error) {
      this.#record = before;
      throw error;
    }
  }

  async #write(): Promise<void> {
    await this.#files.update(this.#path, () => `${JSON.stringify(this.#record)}\n`);
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
