import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import * as path from 'node:path';
import type * as vscode from 'vscode';
import { boardOf } from '../../core/board/boardHost.ts';
import type { Board } from '../../core/board/board.ts';
import { isEntryId } from '../../core/format/entryId.ts';
import { FileJournal } from '../../node/journal/fileJournal.ts';
import { readLines } from '../../node/journal/journalLines.ts';
import { NodeFiles } from '../../node/files/nodeFiles.ts';
import type { Session } from '../session.ts';
import { MinutesMemory } from '../../node/meeting/minutesMemory.ts';
import { PageMemory } from './pageMemory.ts';

const ending = '.jsonl';

/** Where the journals of boards are kept: in the extension's own storage, a folder for each repository. */
export class BoardStorage {
  readonly #root: string;

  constructor(storage: vscode.Uri) {
    this.#root = path.join(storage.fsPath, 'boards');
  }

  /**
   * Opens the journal of a meeting, or begins one.
   *
   * @throws RetroError `busy` where another window has it, `cannot-read`, `cannot-write`
   */
  async open(session: Session, meeting: string): Promise<FileJournal> {
    const folder = this.folderOf(session);
    await mkdir(folder, { recursive: true });
    return FileJournal.open(path.join(folder, `${meeting}${ending}`));
  }

  /** The ids of the meetings of a repository that have a journal here. */
  async meetings(session: Session): Promise<readonly string[]> {
    const names = await readdir(this.folderOf(session)).catch(() => []);
    return names
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length))
      .filter(isEntryId);
  }

  /** What was written of the minutes of a meeting. */
  minutesMemory(session: Session, meeting: string): MinutesMemory {
    return new MinutesMemory(new NodeFiles(this.folderOf(session)), `${meeting}.minutes.json`);
  }

  /** What is kept of the page of a meeting's board. */
  pageMemory(session: Session, meeting: string, onFailure: (error: unknown) => void): PageMemory {
    return new PageMemory(new NodeFiles(this.folderOf(session)), `${meeting}.page.json`, onFailure);
  }

  /** The board that a journal holds, without opening it; `undefined` where nothing of it can be read. */
  async look(session: Session, meeting: string): Promise<Board | undefined> {
    const bytes = await readFile(path.join(this.folderOf(session), `${meeting}${ending}`)).catch(
      () => undefined,
    );
    return bytes && boardOf(readLines(bytes));
  }

  /** Absolute path of the folder that has the journals of a repository. */
  folderOf(session: Session): string {
    const name = createHash('sha256').update(session.root).digest('hex').slice(0, 16);
    return path.join(this.#root, name);
  }
}
