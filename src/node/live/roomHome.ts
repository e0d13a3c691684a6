import type { Journal } from '../../core/ports/journal.ts';
import type { DeskWork, RoomDesk } from './roomDesk.ts';
import type { RoomDoor } from './roomDoor.ts';
import type { RoomKeeper, RoomRecord } from './roomRecord.ts';

/** Where the rooms of a team are kept. */
export interface RoomHome {
  /** Several processes serve its rooms, so that none of them has a port that pages come back to. */
  readonly isShared: boolean;

  /** Whether what is kept cannot be reached, for longer than a moment. */
  readonly isAway: boolean;

  /** Calls back when that begins. Returns what ends it. */
  onDidGoAway(listener: () => void): () => void;

  /**
   * The room that was opened last and is not over: of one meeting, or of any.
   *
   * @throws RetroError `cannot-read`
   */
  newest(meeting?: string): Promise<RoomKeeper | undefined>;

  /**
   * A new room. Where others make one at the same moment, all have that of the first.
   *
   * @throws RetroError `cannot-read`, `cannot-write`
   */
  make(record: RoomRecord): Promise<RoomKeeper>;

  /**
   * The journal of a meeting.
   *
   * @throws RetroError `busy` where another program has it for itself, `cannot-read`, `cannot-write`
   */
  journal(meeting: string): Promise<Journal>;

  /**
   * The door of the room of a meeting.
   *
   * @throws RetroError `cannot-read`
   */
  door(meeting: string): Promise<RoomDoor>;

  /**
   * The desk of a room, where its work is done.
   *
   * @throws RetroError `cannot-read`
   */
  desk(record: RoomRecord, work: DeskWork, onBug: (error: unknown) => void): Promise<RoomDesk>;
}
