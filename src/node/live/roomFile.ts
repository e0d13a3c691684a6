import * as l10n from '@vscode/l10n';
import type { Files } from '../../core/ports/files.ts';
import { RetroError } from '../../core/retroError.ts';
import {
  changedRecord,
  type RecordChange,
  recordIn,
  type RoomKeeper,
  type RoomRecord,
} from './roomRecord.ts';

const ending = '.room.json';

/** The record of a room as a file, written whole or not at all, by one process. */
export class RoomFile implements RoomKeeper {
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
      const record = content.state === 'text' ? recordIn(content.text) : undefined;
      if (record?.ended === false) {
        rooms.push(new RoomFile(files, record));
      }
    }
    return rooms;
  }

  get record(): RoomRecord {
    return this.#record;
  }

  async change(change: RecordChange): Promise<void> {
    const before = this.#record;
    this.#record = changedRecord(before, change);
    try {
      await this.#write();
    } catch (error) {
      this.#record = before;
      throw error;
    }
  }

  async refresh(): Promise<void> {
    // Nobody else writes it.
  }

  onDidChange(): () => void {
    return () => undefined;
  }

  close(): void {
    // Nothing is held.
  }

  async #write(): Promise<void> {
    await this.#files.update(this.#path, () => `${JSON.stringify(this.#record)}\n`);
  }
}
