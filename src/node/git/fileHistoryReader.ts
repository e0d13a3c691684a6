import { blobSizes } from '../../core/git/blobSizes.ts';
import { fileVersions, type ToldVersion } from '../../core/git/fileVersions.ts';
import { type RemovedFile, removedFiles } from '../../core/git/removedFiles.ts';
import { parseFile } from '../../core/format/parseFile.ts';
import type { Cancellation } from '../../core/ports/cancellation.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import type { FileHistory, FileVersion } from '../../core/ports/versions.ts';
import { maximumBytes, textOfBytes } from '../files/fileText.ts';
import type { GitAsker } from './askGit.ts';
import { readObjects } from './readObjects.ts';

/** More changes of one file are not told of. */
const mostVersions = 1000;
/** More names of one file are not looked for, nor in more files that went at once. */
const mostNames = 20;
const mostRemoved = 500;

/** Where the log is, and whether its history is whole. */
interface HistoryPlace {
  /** POSIX path of the log's root from the root of the work tree; `''` or with a slash at its end. */
  readonly prefix: string;
  /** The log's folder, from its root. */
  readonly folder: string;
  readonly shallow: boolean;
}

/**
 * Reads how one file came to be, from a commit backwards. Where it was added, the entry may have been in another file
 * until then: it is the one that went in the same commit and has the same id. Git's own guess by likeness is not asked:
 * an entry that is closed and renamed at once may be little like what it was.
 */
export class FileHistoryReader {
  readonly #asker: GitAsker;
  readonly #place: HistoryPlace;
  readonly #cancellation: Cancellation | undefined;

  constructor(asker: GitAsker, place: HistoryPlace, cancellation: Cancellation | undefined) {
    this.#asker = asker;
    this.#place = place;
    this.#cancellation = cancellation;
  }

  /**
   * @param tip full hash
   * @param path from the log's root
   */
  async read(tip: string, path: string, id: string): Promise<GitAnswer<FileHistory>> {
    const { prefix, shallow } = this.#place;
    const all: FileVersion[] = [];
    let from = { tip, path: prefix + path };
    for (let names = 0; ; names += 1) {
      const told = await this.#versions(from.tip, from.path);
      if (told.state !== 'ok') {
        return told;
      }
      const first = told.value.at(-1);
      const isCut = shallow && first?.change === 'added' && first.parents.length === 0;
      all.push(...told.value.slice(0, isCut ? -1 : undefined).map((version) => this.#shown(version)));
      const [parent] = first?.change === 'added' ? first.parents : [];
      const sought = parent !== undefined && first !== undefined && names < mostNames;
      const origin = sought ? await this.#formerFile(parent, first.sha, id) : ok(undefined);
      if (origin.state !== 'ok') {
        return origin;
      }
      if (origin.value === undefined || parent === undefined || all.length >= mostVersions) {
        return ok({ versions: all.slice(0, mostVersions), incomplete: isCut });
      }
      const added = all.pop();
      if (added !== undefined) {
        all.push({ ...added, change: 'renamed', before: origin.value.sha });
      }
      from = { tip: parent, path: origin.value.path };
    }
  }

  async #versions(tip: string, path: string): Promise<GitAnswer<readonly ToldVersion[]>> {
    const told: ToldVersion[] = [];
    const read = await this.#asker.stream(
      fileVersions(tip, path),
      (version) => {
        told.push(version);
        return told.length < mostVersions;
      },
      this.#cancellation,
    );
    return read.state === 'ok' ? ok(told) : read;
  }

  #shown({ parents: _parents, ...version }: ToldVersion): FileVersion {
    return { ...version, path: version.path.slice(this.#place.prefix.length) };
  }

  /** The file with the same id that the commit removed; `undefined` where it removed none. */
  async #formerFile(parent: string, commit: string, id: string): Promise<GitAnswer<RemovedFile | undefined>> {
    const ask = this.#asker.begin();
    const { prefix, folder } = this.#place;
    const removed = await ask(removedFiles(parent, commit, prefix + folder));
    if (removed.state !== 'ok') {
      return removed;
    }
    const files = removed.value.filter(({ path }) => path.endsWith('.md')).slice(0, mostRemoved);
    const sizes = files.length === 0 ? ok([]) : await ask(blobSizes(files.map(({ sha }) => sha)));
    if (sizes.state !== 'ok') {
      return sizes;
    }
    const small = files.filter((_file, at) => (sizes.value[at]?.size ?? Infinity) <= maximumBytes);
    let found: RemovedFile | undefined;
    const read = await readObjects(
      this.#asker,
      small.map(({ sha }) => sha),
      (sha, bytes) => {
        const file = small.find((one) => one.sha === sha);
        found ??= file !== undefined && bytes !== undefined && hasId(bytes, id) ? file : undefined;
      },
      this.#cancellation,
    );
    return read.state === 'ok' ? ok(found) : read;
  }
}

function hasId(bytes: Buffer, id: string): boolean {
  const content = textOfBytes(bytes);
  if (content.state !== 'text') {
    return false;
  }
  const { entry, page } = parseFile('', content.text);
  return (entry ?? page)?.id === id;
}

function ok<T>(value: T): GitAnswer<T> {
  return { state: 'ok', value };
}
