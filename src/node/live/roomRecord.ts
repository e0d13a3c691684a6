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
  /** The keys of the surveys that have a result from this room. */
  readonly asked?: readonly string[];
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
  { sharedAs: isSharedAs, pulse: text(1000), asked: listOf(text(1000), 500) },
);

/** The record that a text holds; nothing where it holds none. */
export function recordIn(json: string): RoomRecord | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What becomes of some of a record, or how that follows from the record as it is at that moment. */
export type RecordChange = Partial<RoomRecord> | ((record: RoomRecord) => Partial<RoomRecord>);

/** A record with a change. */
export function changedRecord(record: RoomRecord, change: RecordChange): RoomRecord {
  return { ...record, ...(typeof change === 'function' ? change(record) : change) };
}

/** Where the record of a room is kept. Changes follow one another. */
export interface RoomKeeper {
  readonly record: RoomRecord;

  /**
   * Keeps what is new. Where others may change it too, a change that follows from the record can be asked for again.
   *
   * @throws RetroError where it could not be kept; then all is as it was
   */
  change(change: RecordChange): Promise<void>;

  /**
   * Resolves when the record has what others changed before this was asked for.
   *
   * @throws RetroError `cannot-read`
   */
  refresh(): Promise<void>;

  /** Calls back with the record of before where others changed it. Returns what ends that. */
  onDidChange(listener: (before: RoomRecord) => void): () => void;

  close(): void;
}
