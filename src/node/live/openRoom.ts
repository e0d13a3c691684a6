import { mkdir } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import { facilitatorOf } from '../../core/board/atScreen.ts';
import { BoardHost } from '../../core/board/boardHost.ts';
import { RetroError } from '../../core/retroError.ts';
import { liveLimits } from '../../protocol/liveLimits.ts';
import { cryptoIds } from '../cryptoIds.ts';
import { NodeFiles } from '../files/nodeFiles.ts';
import { systemReason } from '../files/systemReason.ts';
import { MeteredJournal } from '../journal/meteredJournal.ts';
import { MinutesMemory } from '../meeting/minutesMemory.ts';
import { FolderHome } from './folderHome.ts';
import { type LiveLog, placeOfBug } from './liveLog.ts';
import { type LiveMeter, noMeter } from './liveMeter.ts';
import { MeetingDesk } from './meetingDesk.ts';
import { RetroMeeting, type RetroPlace } from './retroMeeting.ts';
import { Room } from './room.ts';
import type { RoomHome } from './roomHome.ts';
import type { RoomKeeper, RoomRecord, SharedAs } from './roomRecord.ts';
import { newRoomId, newSecret } from './secrets.ts';

/** What a room is opened with. */
export interface Opening {
  readonly place: RetroPlace;
  /** Absolute path of the folder that the journal is kept in; it is made where it is missing. */
  readonly folder: string;
  /** Where rooms are kept, if not in that folder, which is then for what one process knows of the minutes alone. */
  readonly home?: RoomHome;
  /** The meeting whose board it is; otherwise the one that was served last, or a new one. */
  readonly meeting?: string;
  /** Kept with it. */
  readonly sharedAs?: SharedAs;
  readonly log: LiveLog;
  readonly meter?: LiveMeter;
  /** The address of the server, without a slash at its end. */
  readonly address: string;
  readonly port: number;
  /** Everybody was sent away. */
  readonly onEnd: () => void;
}

/** A room with the links that lead into it. */
export interface OpenedRoom {
  readonly room: Room;
  /** What its meeting is called; empty where it has not begun. */
  readonly title: string;
  /** For whoever facilitates: it lets in at once. */
  readonly hostLink: string;
  /** For everybody else: whoever facilitates lets them in. */
  readonly guestLink: string;
}

/** The port that a room was served on last, of a meeting or of all; 0 where there is none. */
export async function portBefore(folder: string, meeting?: string): Promise<number> {
  return (await new FolderHome(folder).newest(meeting))?.record.port ?? 0;
}

/** At which addresses an editor shares the board of a meeting, which was not ended; `undefined` where it is not shared. */
export async function sharedBefore(folder: string, meeting: string): Promise<SharedAs | undefined> {
  return (await new FolderHome(folder).newest(meeting))?.record.sharedAs;
}

/**
 * Opens the room that a folder holds and that is not over, or makes a new one; for a meeting, its own.
 *
 * @throws RetroError `busy` where another program has it open, `cannot-read`, `cannot-write`
 */
export async function openRoom(opening: Opening): Promise<OpenedRoom> {
  const { place, folder, meeting } = opening;
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw new RetroError(
      'cannot-write',
      l10n.t('The folder “{0}” for the journal cannot be made: {1}', folder, systemReason(cause)),
      { cause },
    );
  });
  const home = opening.home ?? new FolderHome(folder);
  if (meeting !== undefined) {
    return openRoomOf(meeting, opening, home);
  }
  const newest = await home.newest();
  const before = newest && (await heldIn(newest, opening, home));
  if (newest !== undefined && before !== undefined) {
    return opened(opening, newest, before, home);
  }
  await newest?.change({ ended: true });
  newest?.close();
  const keeper = await home.make(newRecord(cryptoIds.newId(), place.clock.now()));
  const host = await hostOf(keeper, opening, home);
  return opened(opening, keeper, host, home);
}

/** The room of one meeting. Those who sat at one screen before make way for those who come by themselves. */
async function openRoomOf(meeting: string, opening: Opening, home: RoomHome): Promise<OpenedRoom> {
  const { place } = opening;
  const before = await home.newest(meeting);
  const keeper = before ?? (await home.make(newRecord(meeting, place.clock.now())));
  const host = await hostOf(keeper, opening, home);
  if (before === undefined) {
    const lead = facilitatorOf(host.board);
    const seats = host.board.participants.filter(({ id, state }) => id !== lead && state === 'present');
    for (const { id } of seats) {
      await host.take({ id: cryptoIds.newId(), deed: { type: 'leave' } }, id);
    }
  }
  return opened(opening, keeper, host, home);
}

function newRecord(meeting: string, now: number): RoomRecord {
  return {
    version: 1,
    room: newRoomId(),
    meeting,
    hostToken: newSecret(),
    guestToken: newSecret(),
    admitsUntil: now + liveLimits.invitation,
    port: 0,
    locked: false,
    ended: false,
    members: [],
  };
}

/** The board of a room from before, unless its meeting is closed. */
async function heldIn(keeper: RoomKeeper, opening: Opening, home: RoomHome): Promise<BoardHost | undefined> {
  const host = await hostOf(keeper, opening, home);
  if (host.board.state !== 'closed') {
    return host;
  }
  await host.close();
  return undefined;
}

async function hostOf(
  { record }: RoomKeeper,
  { place: { clock }, meter = noMeter }: Opening,
  home: RoomHome,
): Promise<BoardHost> {
  const kept = await home.journal(record.meeting);
  const journal = new MeteredJournal(kept, (seconds) => meter.appended(seconds));
  try {
    return await BoardHost.open({ journal, clock, ids: cryptoIds });
  } catch (error) {
    await journal.close();
    throw error;
  }
}

async function opened(
  { place, folder, log, meter = noMeter, address, port, sharedAs, onEnd }: Opening,
  keeper: RoomKeeper,
  host: BoardHost,
  home: RoomHome,
): Promise<OpenedRoom> {
  const now = place.clock.now();
  if (keeper.record.admitsUntil <= now) {
    // An invitation of days ago lets nobody in; whoever opens the room again invites anew.
    await keeper.change({ guestToken: newSecret(), admitsUntil: now + liveLimits.invitation });
  }
  if ((keeper.record.port !== port && !home.isShared) || sharedAs !== undefined) {
    await keeper.change({ port, ...(sharedAs && { sharedAs }) });
  }
  const { record } = keeper;
  const linkWith = (token: string): string => `${address}/#${record.room}.${token}`;
  const memory = new MinutesMemory(new NodeFiles(folder), `${record.meeting}.minutes.json`);
  let work: MeetingDesk | undefined;
  const meeting = await RetroMeeting.open(place, host, memory, record.meeting, () => work?.tell('minutes'));
  work = new MeetingDesk({ host, keeper, meeting, ids: cryptoIds });
  const room = new Room({
    home,
    host,
    keeper,
    door: await home.door(record.meeting),
    desk: await home.desk(record, work, (error) => log('bug', { at: placeOfBug(error) })),
    meeting,
    clock: place.clock,
    ids: cryptoIds,
    log,
    meter,
    linkWith,
    onEnd,
  });
  return {
    room,
    title: host.board.meeting.title,
    hostLink: linkWith(record.hostToken),
    guestLink: linkWith(record.guestToken),
  };
}
