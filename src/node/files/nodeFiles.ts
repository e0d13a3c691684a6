import type {
  Change,
  FileContent,
  Files,
  FileStamp,
  Listing,
  ReadingOptions,
  TakeContent,
  Updated,
} from '../../core/ports/files.ts';
import { type FileCalls, nodeFileCalls } from './fileCalls.ts';
import { lookAtFolders } from './folderChain.ts';
import { listFolder } from './listFolder.ts';
import { isSafePath, segmentsOf } from './pathSpelling.ts';
import { type Patience, usualPatience } from './patience.ts';
import { foldedName } from './portableName.ts';
import { contentOfFailure, isStampOf, readBuffer, readContent, readContentSync } from './readContent.ts';
import { removeStaleFiles } from './removeStaleFiles.ts';
import { TimeSlice } from './timeSlice.ts';
import { FileUpdate } from './updateFile.ts';
import { UpdateQueue } from './updateQueue.ts';
import { WriteTools } from './writeTools.ts';

/** The files below one folder of this machine. */
export class NodeFiles implements Files {
  readonly #root: string;
  readonly #calls: FileCalls;
  readonly #patience: Patience;
  readonly #queue = new UpdateQueue();
  #tools: WriteTools | undefined;

  /**
   * @param root an absolute path of this machine
   * @param calls the file system; another one is for tests
   * @param patience how long to wait for other programs
   */
  constructor(root: string, calls: FileCalls = nodeFileCalls, patience: Patience = usualPatience) {
    this.#root = root;
    this.#calls = calls;
    this.#patience = patience;
  }

  async list(folder: string, endings: readonly string[]): Promise<Listing> {
    return listFolder(this.#calls, this.#patience, this.#root, foldersOf(folder), endings);
  }

  async read(path: string): Promise<FileContent> {
    const folders = segmentsOf(path).slice(0, -1);
    return (await this.#refusal(folders)) ?? readContent(this.#calls, this.#patience, this.#pathOf(path));
  }

  async readMany(
    paths: readonly string[],
    take: TakeContent,
    { cancellation, stampOf }: ReadingOptions = {},
  ): Promise<void> {
    const slice = new TimeSlice();
    const buffer = readBuffer();
    const refusals = new Map<string, FileContent | undefined>();
    let folder: string | undefined;
    let refusal: FileContent | undefined;
    for (const path of paths) {
      if (slice.isOver()) {
        await slice.next();
      }
      if (cancellation?.aborted === true) {
        return;
      }
      if (!isSafePath(path)) {
        take(path, { state: 'missing' });
        continue;
      }
      // Most files are in the folder of the one before.
      if (folder === undefined || !isDirectlyIn(folder, path)) {
        folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
        if (!refusals.has(folder)) {
          refusals.set(folder, await this.#refusal(foldersOf(folder)));
        }
        refusal = refusals.get(folder);
      }
      const file = this.#pathOf(path);
      if (refusal !== undefined) {
        take(path, refusal);
      } else if (!this.#hasStamp(file, stampOf?.(path))) {
        const read = readContentSync(this.#calls, file, buffer);
        take(path, read?.content ?? (await readContent(this.#calls, this.#patience, file)), read?.stamp);
      }
    }
  }

  async update(path: string, change: Change): Promise<Updated> {
    const segments = segmentsOf(path);
    return this.#queue.run(foldedName(path), () =>
      new FileUpdate(this.#writeTools(), this.#root, segments, change).run(),
    );
  }

  /**
   * Removes what writers that were killed left in a folder and below it: temporary files and locks.
   *
   * @returns the paths of what was removed
   */
  async removeStaleFiles(folder: string): Promise<readonly string[]> {
    return removeStaleFiles(this.#writeTools(), this.#root, foldersOf(folder));
  }

  #writeTools(): WriteTools {
    this.#tools ??= new WriteTools(this.#calls, this.#patience);
    return this.#tools;
  }

  #hasStamp(file: string, stamp: FileStamp | undefined): boolean {
    try {
      return stamp !== undefined && isStampOf(this.#calls.lstatSync(file), stamp);
    } catch {
      // Reading it says why it cannot be looked at.
      return false;
    }
  }

  #pathOf(path: string): string {
    return `${this.#root}/${path}`;
  }

  /** Why a file in this folder is not read; `undefined` if the way to it is clear. */
  async #refusal(folders: readonly string[]): Promise<FileContent | undefined> {
    try {
      const chain = await lookAtFolders(this.#calls, this.#root, folders);
      switch (chain.state) {
        case 'whole':
          return undefined;
        case 'symbolic-link':
          return { state: 'unreadable', code: 'symbolic-link', detail: chain.at };
        case 'missing':
        case 'not-a-folder':
          return { state: 'missing' };
      }
    } catch (error) {
      return contentOfFailure(error);
    }
  }
}

function isDirectlyIn(folder: string, path: string): boolean {
  return path.lastIndexOf('/') === folder.length && path.startsWith(folder);
}

/** The folders of a path that may be the root itself: the empty path. */
function foldersOf(folder: string): readonly string[] {
  return folder === '' ? [] : segmentsOf(folder);
}
