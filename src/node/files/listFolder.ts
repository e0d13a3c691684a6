import type { Dirent } from 'node:fs';
import * as l10n from '@vscode/l10n';
import type { Listing, SkipReason } from '../../core/ports/files.ts';
import type { FileCalls } from './fileCalls.ts';
import { lookAtFolders } from './folderChain.ts';
import { isOwnName } from './ownNames.ts';
import { outOfDescriptors, type Patience, persist } from './patience.ts';
import { isSafeSegment } from './pathSpelling.ts';
import { NameCheck } from './nameCheck.ts';
import { saysMissing, systemReason } from './systemReason.ts';
import { TimeSlice } from './timeSlice.ts';

/** How many files are listed at most. */
const maximumFiles = 200_000;

/** What never belongs to a log. Git's own folder is no safe segment anyway. */
const passedOver: ReadonlySet<string> = new Set(['node_modules']);

/** Lists a folder as `Files.list` says. */
export async function listFolder(
  calls: FileCalls,
  patience: Patience,
  root: string,
  folders: readonly string[],
  endings: readonly string[],
): Promise<Listing> {
  try {
    const chain = await lookAtFolders(calls, root, folders);
    switch (chain.state) {
      case 'missing':
        return { state: 'missing' };
      case 'symbolic-link':
        return {
          state: 'notAFolder',
          reason: l10n.t('“{0}” is a symbolic link, which is not followed.', chain.at),
        };
      case 'not-a-folder':
        return { state: 'notAFolder', reason: l10n.t('“{0}” is not a folder.', chain.at) };
      case 'whole':
        break;
    }
    const walk = new FolderWalk(calls, patience, root, endings);
    await walk.run(folders.join('/'));
    return { state: 'listed', files: walk.files, skipped: walk.skipped };
  } catch (error) {
    return saysMissing(error) ? { state: 'missing' } : { state: 'failed', reason: systemReason(error) };
  }
}

/** A folder that was found, and its names: the system looks for them while those of other folders are gone through. */
interface OpenFolder {
  readonly folder: string;
  readonly names: Promise<readonly Dirent[]>;
}

class FolderWalk {
  readonly files: string[] = [];
  readonly skipped: { path: string; reason: SkipReason; detail?: string }[] = [];
  readonly #calls: FileCalls;
  readonly #patience: Patience;
  readonly #root: string;
  readonly #endings: readonly string[];
  readonly #slice = new TimeSlice();

  constructor(calls: FileCalls, patience: Patience, root: string, endings: readonly string[]) {
    this.#calls = calls;
    this.#patience = patience;
    this.#root = root;
    this.#endings = endings;
  }

  async run(start: string): Promise<void> {
    const open: OpenFolder[] = [{ folder: start, names: this.#names(start) }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (!(await this.#take(next.folder, await next.names, open))) {
        const detail = l10n.t('Only the first {0} files were taken.', String(maximumFiles));
        this.skipped.push({ path: start, reason: 'too-many', detail });
        return;
      }
    }
  }

  #names(folder: string): Promise<Dirent[]> {
    return persist(this.#patience, outOfDescriptors, () =>
      this.#calls.readdirTypes(`${this.#root}/${folder}`),
    );
  }

  /** Never rejects. */
  async #namesIfReadable(folder: string): Promise<readonly Dirent[]> {
    try {
      return await this.#names(folder);
    } catch (error) {
      if (!saysMissing(error)) {
        this.skipped.push({ path: folder, reason: 'not-readable', detail: systemReason(error) });
      }
      return [];
    }
  }

  /** Sorts the names of one folder into files, folders to open and what is skipped; false when it is too much. */
  async #take(folder: string, names: readonly Dirent[], open: OpenFolder[]): Promise<boolean> {
    const check = new NameCheck((name, detail) => {
      this.skipped.push({ path: below(folder, name), reason: 'not-portable', detail });
    });
    for (const named of names) {
      const { name } = named;
      if (this.#slice.isOver()) {
        await this.#slice.next();
      }
      if (name === '.git' || passedOver.has(name) || isOwnName(name)) {
        continue;
      }
      const path = below(folder, name);
      const found = this.#look(path, named);
      if (found === undefined) {
        continue;
      }
      check.see(name);
      if (found !== 'unspeakable' && isSafeSegment(name)) {
        if (found === 'folder') {
          open.push({ folder: path, names: this.#namesIfReadable(path) });
        } else if (this.files.length === maximumFiles) {
          return false;
        } else {
          this.files.push(path);
        }
      }
    }
    return true;
  }

  /** What stands under a path, if it is of use; what is of none and should be known is noted. */
  #look(path: string, named: Dirent): 'file' | 'folder' | 'unspeakable' | undefined {
    // Bytes that are no UTF-8 came to us as U+FFFD, which is not what the file is called.
    if (named.name.includes('\ufffd') && !this.#exists(path)) {
      return 'unspeakable';
    }
    const wanted = this.#endings.some((ending) => named.name.endsWith(ending));
    if (named.isSymbolicLink()) {
      this.skipped.push({ path, reason: 'symbolic-link' });
      return undefined;
    }
    if (named.isDirectory() && !wanted) {
      return 'folder';
    }
    if (wanted && !named.isFile()) {
      this.skipped.push({ path, reason: 'not-a-file' });
      return undefined;
    }
    return wanted ? 'file' : undefined;
  }

  #exists(path: string): boolean {
    try {
      this.#calls.lstatSync(`${this.#root}/${path}`);
      return true;
    } catch (error) {
      return !saysMissing(error);
    }
  }
}

function below(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
