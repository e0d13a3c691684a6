import * as l10n from '@vscode/l10n';
import { blobSizes } from '../../core/git/blobSizes.ts';
import type { TreeFile } from '../../core/git/treeFiles.ts';
import type {
  Change,
  FileContent,
  Listing,
  ReadingOptions,
  TakeContent,
  Updated,
} from '../../core/ports/files.ts';
import type { FilesThen } from '../../core/ports/versions.ts';
import { RetroError } from '../../core/retroError.ts';
import { maximumBytes, textOfBytes } from '../files/fileText.ts';
import { isSafePath, segmentsOf } from '../files/pathSpelling.ts';
import type { GitAsker } from './askGit.ts';
import { readObjects } from './readObjects.ts';

/** Where stored files are. */
export interface StoredPlace {
  /** Full hash of the commit. */
  readonly commit: string;
  /** POSIX path of the log's root from the root of the work tree; `''` or with a slash at its end. */
  readonly prefix: string;
  /** What the commit has in the log's folder, with paths from the root of the work tree. */
  readonly tree: readonly TreeFile[];
}

/** The files of one commit. They are read from git's store, and cannot be changed. */
export class StoredFiles implements FilesThen {
  readonly #asker: GitAsker;
  readonly #place: StoredPlace;
  /** What is in the log's folder, by its path from the log's root. */
  readonly #tree: ReadonlyMap<string, TreeFile>;

  constructor(asker: GitAsker, place: StoredPlace) {
    this.#asker = asker;
    this.#place = place;
    this.#tree = new Map(place.tree.map((file) => [file.path.slice(place.prefix.length), file]));
  }

  hashOf(path: string): string | undefined {
    const file = this.#tree.get(path);
    return file?.kind === 'file' ? file.sha : undefined;
  }

  async list(folder: string, endings: readonly string[]): Promise<Listing> {
    const below = [...this.#tree.keys()].filter((path) => folder === '' || path.startsWith(`${folder}/`));
    if (below.length === 0) {
      return this.#tree.has(folder)
        ? { state: 'notAFolder', reason: l10n.t('“{0}” is not a folder.', folder) }
        : { state: 'missing' };
    }
    const wanted = below.filter((path) => endings.some((ending) => path.endsWith(ending)));
    return {
      state: 'listed',
      files: wanted.filter((path) => this.hashOf(path) !== undefined),
      skipped: wanted
        .filter((path) => this.hashOf(path) === undefined)
        .map((path) => ({
          path,
          reason:
            this.#tree.get(path)?.kind === 'link' ? ('symbolic-link' as const) : ('not-a-file' as const),
        })),
    };
  }

  async read(path: string): Promise<FileContent> {
    segmentsOf(path);
    let found: FileContent = { state: 'missing' };
    await this.readMany([path], (_path, content) => {
      found = content;
    });
    return found;
  }

  async readMany(
    paths: readonly string[],
    take: TakeContent,
    { cancellation }: ReadingOptions = {},
  ): Promise<void> {
    const wanted = new Map<string, string[]>();
    const names = paths.map((path) => this.#nameOf(path));
    const asked = [...new Set(names.filter((name) => name !== undefined))];
    const sizes = await this.#asker.begin()(blobSizes(asked));
    if (sizes.state !== 'ok') {
      paths.forEach((path) => take(path, failure(sizes)));
      return;
    }
    const stored = new Map(asked.map((name, at) => [name, sizes.value[at]]));
    paths.forEach((path, at) => {
      const blob = stored.get(names[at] ?? '');
      if (blob === undefined) {
        take(path, this.#contentWithout(path));
      } else if (blob.size > maximumBytes) {
        take(path, { state: 'unreadable', code: 'too-large', detail: String(blob.size) });
      } else {
        wanted.set(blob.sha, [...(wanted.get(blob.sha) ?? []), path]);
      }
    });
    const read = await readObjects(
      this.#asker,
      [...wanted.keys()],
      (sha, bytes) => {
        const those = wanted.get(sha) ?? [];
        wanted.delete(sha);
        those.forEach((path) => take(path, bytes === undefined ? notHere() : textOfBytes(bytes)));
      },
      cancellation,
    );
    if (read.state !== 'ok' && cancellation?.aborted !== true) {
      [...wanted.values()].flat().forEach((path) => take(path, failure(read)));
    }
  }

  async update(path: string, _change: Change): Promise<Updated> {
    throw new RetroError(
      'bad-input',
      l10n.t('{0} is a file of an earlier commit, which cannot be changed.', path),
      { path },
    );
  }

  /** What git calls a file: its hash, or its path in the commit; a path that could not be put to git is none. */
  #nameOf(path: string): string | undefined {
    if (this.#tree.has(path)) {
      return this.hashOf(path);
    }
    const name = `${this.#place.commit}:${this.#place.prefix}${path}`;
    return isSafePath(path) && !/[\r\n]/.test(name) ? name : undefined;
  }

  #contentWithout(path: string): FileContent {
    switch (this.#tree.get(path)?.kind) {
      case 'file':
        return notHere();
      case 'link':
        return { state: 'unreadable', code: 'symbolic-link', detail: '' };
      case 'submodule':
        return { state: 'unreadable', code: 'not-a-file', detail: '' };
      case undefined:
        return { state: 'missing' };
    }
  }
}

/** The content of an object that a partial clone has left on its remote. */
function notHere(): FileContent {
  return { state: 'unreadable', code: 'failed', detail: l10n.t('It is not in this clone.') };
}

function failure(answer: { readonly state: string; readonly reason?: string }): FileContent {
  const detail = answer.reason ?? l10n.t('This folder is not in a git repository.');
  return { state: 'unreadable', code: 'failed', detail };
}
