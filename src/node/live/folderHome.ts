import { join } from 'node:path';
import type { Journal } from '../../core/ports/journal.ts';
import { NodeFiles } from '../files/nodeFiles.ts';
import { FileJournal } from '../journal/fileJournal.ts';
import { LocalDesk } from './localDesk.ts';
import { LocalDoor } from './localDoor.ts';
import type { DeskWork, RoomDesk } from './roomDesk.ts';
import type { RoomDoor } from './roomDoor.ts';
import { RoomFile } from './roomFile.ts';
import type { RoomHome } from './roomHome.ts';
import type { RoomKeeper, RoomRecord } from './roomRecord.ts';

/** Rooms in a folder, each of one process at a time. */
export class FolderHome implements RoomHome {
  readonly isShared = false;
  readonly isAway = false;
  readonly #folder: string;
  readonly #files: NodeFiles;

  /** @param folder its absolute path */
  constructor(folder: string) {
    this.#folder = folder;
    this.#files = new NodeFiles(folder);
  }

  onDidGoAway(): () => void {
    return () => undefined;
  }

  async newest(meeting?: string): Promise<RoomKeeper | undefined> {
    const rooms = await RoomFile.found(this.#files);
    const found = rooms.filter(({ record }) => meeting === undefined || record.meeting === meeting);
    return found.toSorted((a, b) => b.record.admitsUntil - a.record.admitsUntil)[0];
  }

  make(record: RoomRecord): Promise<RoomKeeper> {
    return RoomFile.make(this.#files, record);
  }

  journal(meeting: string): Promise<Journal> {
    return FileJournal.open(join(this.#folder, `${meeting}.jsonl`));
  }

  async door(): Promise<RoomDoor> {
    return new LocalDoor();
  }

  desk(_record: RoomRecord, work: DeskWork): Promise<RoomDesk> {
    return LocalDesk.open(work);
  }
}
