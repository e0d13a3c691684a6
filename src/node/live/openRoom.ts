import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { BoardHost } from '../../core/board/boardHost.ts';
import { RetroError } from '../../core/retroError.ts';
import { liveLimits } from '../../protocol/liveLimits.ts';
import { cryptoIds } from '../cryptoIds.ts';
import { NodeFiles } from '../files/nodeFiles.ts';
import { systemReason } from '../files/systemReason.ts';
import { FileJournal } from '../journal/fileJournal.ts';
import { MinutesMemory } from '../meeting/minutesMemory.ts';
import type { LiveLog } from './liveLog.ts';
import { RetroMeeting, type RetroPlace } from './retroMeeting.ts';
import { Room } from './room.ts';
import { RoomFile } from './roomFile.ts';
import { newRoomId, newSecret } from './secrets.ts';

/** What a room is opened with. */
export interface Opening {
  readonly place: RetroPlace;
  /** Absolute path of the folder that the journal is kept in; it is made where it is missing. */
  readonly folder: string;
  readonly log: LiveLog;
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

/** The port that the room which a folder holds was served on last; 0 where there is none. */
export async function portBefore(folder: string): Promise<number> {
  return (await newestIn(new NodeFiles(folder)))?.record.port ?? 0;
}

async function newestIn(files: NodeFiles): Promise<RoomFile | undefined> {
  const found = await RoomFile.found(files);
  return found.toSorted((a, b) => b.record.admitsUntil - a.record.admitsUntil)[0];
}

/**
 * Opens the room that a folder holds and that is not over, or makes a new one.
 *
 * @throws RetroError `busy` where another program has it open, `cannot-read`, `cannot-write`
 */
export async function openRoom(opening: Opening): Promise<OpenedRoom> {
  const { place, folder } = opening;
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw new RetroError(
      'cannot-write',
      l10n.t('The folder “{0}” for the journal cannot be made: {1}', folder, systemReason(cause)),
      { cause },
    );
  });
  const files = new NodeFiles(folder);
  const newest = await newestIn(files);
  const before = newest && (await heldIn(newest, folder, place));
  if (newest !== undefined && before !== undefined) {
    return opened(opening, newest, before, files);
  }
  await newest?.change({ ended: true });
  const file = await RoomFile.make(files, newRecord(place.clock.now()));
  const host = await hostOf(file, folder, place);
  return opened(opening, file, host, files);
}

function newRecord(now: number): RoomFile['record'] {
  return {
    version: 1,
    room: newRoomId(),
    meeting: cryptoIds.newId(),
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
async function heldIn(file: RoomFile, folder: string, place: RetroPlace): Promise<BoardHost | undefined> {
  const host = await hostOf(file, folder, place);
  if (host.board.state !== 'closed') {
    return host;
  }
  await host.close();
  return undefined;
}

async function hostOf({ record }: RoomFile, folder: string, { clock }: RetroPlace): Promise<BoardHost> {
  const journal = await FileJournal.open(join(folder, `${record.meeting}.jsonl`));
  try {
    return await BoardHost.open({ journal, clock, ids: cryptoIds });
  } catch (error) {
    await journal.close();
    throw error;
  }
}

async function opened(
  { place, log, address, port, onEnd }: Opening,
  file: RoomFile,
  host: BoardHost,
  files: NodeFiles,
): Promise<OpenedRoom> {
  const now = place.clock.now();
  if (file.record.admitsUntil <= now) {
    // An invitation of days ago lets nobody in; whoever opens the room again invites anew.
    await file.change({ guestToken: newSecret(), admitsUntil: now + liveLimits.invitation });
  }
  if (file.record.port !== port) {
    await file.change({ port });
  }
  const { record } = file;
  const linkWith = (token: string): string => `${address}/#${record.room}.${token}`;
  const memory = new MinutesMemory(files, `${record.meeting}.minutes.json`);
  let room: Room | undefined;
  const meeting = await RetroMeeting.open(place, host, memory, record.meeting, () => room?.tellLeads());
  room = new Room({ host, file, meeting, clock: place.clock, ids: cryptoIds, log, linkWith, onEnd });
  return {
    room,
    title: host.board.meeting.title,
    hostLink: linkWith(record.hostToken),
    guestLink: linkWith(record.guestToken),
  };
}
