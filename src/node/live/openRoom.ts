import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { facilitatorOf } from '../../core/board/atScreen.ts';
import { BoardHost } from '../../core/board/boardHost.ts';
import { RetroError } from '../../core/retroError.ts';
import { liveLimits } from '../../protocol/liveLimits.ts';
import { cryptoIds } from '../cryptoIds.ts';
import { NodeFiles } from '../files/nodeFiles.ts';
import { systemReason } from '../files/systemReason.ts';
import { FileJournal } from '../journal/fileJournal.ts';
import { MeteredJournal } from '../journal/meteredJournal.ts';
import { MinutesMemory } from '../meeting/minutesMemory.ts';
import type { LiveLog } from './liveLog.ts';
import { LocalDoor } from './localDoor.ts';
import { type LiveMeter, noMeter } from './liveMeter.ts';
import { RetroMeeting, type RetroPlace } from './retroMeeting.ts';
import { Room } from './room.ts';
import { RoomFile } from './roomFile.ts';
import type { SharedAs } from './roomRecord.ts';
import { newRoomId, newSecret } from './secrets.ts';

/** What a room is opened with. */
export interface Opening {
  readonly place: RetroPlace;
  /** Absolute path of the folder that the journal is kept in; it is made where it is missing. */
  readonly folder: string;
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
  return (await newestIn(new NodeFiles(folder), meeting))?.record.port ?? 0;
}

/** At which addresses an editor shares the board of a meeting, which was not ended; `undefined` where it is not shared. */
export async function sharedBefore(folder: string, meeting: string): Promise<SharedAs | undefined> {
  return (await newestIn(new NodeFiles(folder), meeting))?.record.sharedAs;
}

async function newestIn(files: NodeFiles, meeting?: string): Promise<RoomFile | undefined> {
  const rooms = await RoomFile.found(files);
  const found = rooms.filter(({ record }) => meeting === undefined || record.meeting === meeting);
  return found.toSorted((a, b) => b.record.admitsUntil - a.record.admitsUntil)[0];
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
  const files = new NodeFiles(folder);
  if (meeting !== undefined) {
    return openRoomOf(meeting, opening, files);
  }
  const newest = await newestIn(files);
  const before = newest && (await heldIn(newest, opening));
  if (newest !== undefined && before !== undefined) {
    return opened(opening, newest, before, files);
  }
  await newest?.change({ ended: true });
  const file = await RoomFile.make(files, newRecord(cryptoIds.newId(), place.clock.now()));
  const host = await hostOf(file, opening);
  return opened(opening, file, host, files);
}

/** The room of one meeting. Those who sat at one screen before make way for those who come by themselves. */
async function openRoomOf(meeting: string, opening: Opening, files: NodeFiles): Promise<OpenedRoom> {
  const { place } = opening;
  const before = await newestIn(files, meeting);
  const file = before ?? (await RoomFile.make(files, newRecord(meeting, place.clock.now())));
  const host = await hostOf(file, opening);
  if (before === undefined) {
    const lead = facilitatorOf(host.board);
    const seats = host.board.participants.filter(({ id, state }) => id !== lead && state === 'present');
    for (const { id } of seats) {
      await host.take({ id: cryptoIds.newId(), deed: { type: 'leave' } }, id);
    }
  }
  return opened(opening, file, host, files);
}

function newRecord(meeting: string, now: number): RoomFile['record'] {
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
async function heldIn(file: RoomFile, opening: Opening): Promise<BoardHost | undefined> {
  const host = await hostOf(file, opening);
  if (host.board.state !== 'closed') {
    return host;
  }
  await host.close();
  return undefined;
}

async function hostOf(
  { record }: RoomFile,
  { folder, place: { clock }, meter = noMeter }: Opening,
): Promise<BoardHost> {
  const file = await FileJournal.open(join(folder, `${record.meeting}.jsonl`));
  const journal = new MeteredJournal(file, (seconds) => meter.appended(seconds));
  try {
    return await BoardHost.open({ journal, clock, ids: cryptoIds });
  } catch (error) {
    await journal.close();
    throw error;
  }
}

async function opened(
  { place, log, meter = noMeter, address, port, sharedAs, onEnd }: Opening,
  file: RoomFile,
  host: BoardHost,
  files: NodeFiles,
): Promise<OpenedRoom> {
  const now = place.clock.now();
  if (file.record.admitsUntil <= now) {
    // An invitation of days ago lets nobody in; whoever opens the room again invites anew.
    await file.change({ guestToken: newSecret(), admitsUntil: now + liveLimits.invitation });
  }
  if (file.record.port !== port || sharedAs !== undefined) {
    await file.change({ port, ...(sharedAs && { sharedAs }) });
  }
  const { record } = file;
  const linkWith = (token: string): string => `${address}/#${record.room}.${token}`;
  const memory = new MinutesMemory(files, `${record.meeting}.minutes.json`);
  let room: Room | undefined;
  const meeting = await RetroMeeting.open(place, host, memory, record.meeting, () => room?.tellLeads());
  const door = new LocalDoor();
  room = new Room({
    host,
    keeper: file,
    door,
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
