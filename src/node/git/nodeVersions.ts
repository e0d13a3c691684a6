import { blobSizes } from '../../core/git/blobSizes.ts';
import { isFullHash } from '../../core/git/fullHash.ts';
import { momentLog } from '../../core/git/momentLog.ts';
import { objectNames } from '../../core/git/objectNames.ts';
import { pastTags } from '../../core/git/pastTags.ts';
import type { Place } from '../../core/git/place.ts';
import { treeFiles } from '../../core/git/treeFiles.ts';
import type { FileContent } from '../../core/ports/files.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import type { PastTag } from '../../core/ports/past.ts';
import type {
  DayMoment,
  FileHistory,
  FileHistoryQuery,
  FilesThen,
  Moment,
  Versions,
} from '../../core/ports/versions.ts';
import { endOfDay } from '../../core/review/endOfDay.ts';
import { maximumBytes, textOfBytes } from '../files/fileText.ts';
import { type Ask, GitAsker } from './askGit.ts';
import { FileHistoryReader } from './fileHistoryReader.ts';
import { isAskable, type NodeGitSettings, placeOf } from './nodeGit.ts';
import { readObjects } from './readObjects.ts';
import { StoredFiles } from './storedFiles.ts';

/** The log as commits of the repository have it that a folder is in. Making one starts nothing. */
export class NodeVersions implements Versions {
  readonly #asker: GitAsker;
  readonly #folder: string;

  constructor(settings: NodeGitSettings) {
    this.#asker = new GitAsker(settings);
    this.#folder = settings.folder.replace(/^\.\/|\/+$/g, '');
  }

  async named(revision: string): Promise<GitAnswer<Moment | undefined>> {
    const ask = this.#asker.begin();
    const here = await placeOf(ask);
    if (here.state !== 'ok') {
      return here;
    }
    if (!isAskable(revision)) {
      return ok(undefined);
    }
    const named = await ask(objectNames([`${revision}^{commit}`]));
    if (named.state !== 'ok') {
      return named;
    }
    const [commit] = named.value;
    return commit?.type === 'commit' ? ask(momentLog(commit.sha)) : ok(undefined);
  }

  async onDay(day: string, timeZone: string): Promise<GitAnswer<DayMoment>> {
    const ask = this.#asker.begin();
    const here = await placeOf(ask);
    if (here.state !== 'ok') {
      return here;
    }
    const { head, shallow } = here.value;
    const found = head === undefined ? ok(undefined) : await ask(momentLog(head, endOfDay(day, timeZone)));
    return found.state === 'ok' ? ok(found.value ?? (shallow ? 'incomplete' : 'none')) : found;
  }

  tags(limit: number): Promise<GitAnswer<readonly PastTag[]>> {
    return this.#asker.begin()(pastTags(limit));
  }

  async filesAt(sha: string): Promise<GitAnswer<FilesThen>> {
    const ask = this.#asker.begin();
    const here = await placeOf(ask);
    if (here.state !== 'ok') {
      return here;
    }
    const prefix = prefixOf(here.value);
    const tree = await this.#treeOf(ask, sha, prefix + this.#folder);
    return tree.state === 'ok'
      ? ok(new StoredFiles(this.#asker, { commit: sha, prefix, tree: tree.value }))
      : tree;
  }

  async history({ path, id, cancellation }: FileHistoryQuery): Promise<GitAnswer<FileHistory>> {
    const here = await placeOf(this.#asker.begin());
    if (here.state !== 'ok') {
      return here;
    }
    const { head, shallow } = here.value;
    if (head === undefined || path === '') {
      return ok({ versions: [], incomplete: false });
    }
    const prefix = prefixOf(here.value);
    const reader = new FileHistoryReader(
      this.#asker,
      { prefix, folder: this.#folder, shallow },
      cancellation,
    );
    return reader.read(head, path, id);
  }

  async contents(blobs: readonly string[]): Promise<GitAnswer<ReadonlyMap<string, FileContent>>> {
    const asked = [...new Set(blobs)].filter(isFullHash);
    const sizes = asked.length === 0 ? ok([]) : await this.#asker.begin()(blobSizes(asked));
    if (sizes.state !== 'ok') {
      return sizes;
    }
    const found = new Map<string, FileContent>(
      asked.map((sha, at) => [sha, contentBeforeReading(sizes.value[at]?.size)]),
    );
    const readable = asked.filter((_sha, at) => (sizes.value[at]?.size ?? Infinity) <= maximumBytes);
    const read = await readObjects(this.#asker, readable, (sha, bytes) => {
      if (bytes !== undefined) {
        found.set(sha, textOfBytes(bytes));
      }
    });
    return read.state === 'ok' ? ok(found) : read;
  }

  /** A hash that is no commit's names nothing that could be listed, and git says so. */
  async #treeOf(ask: Ask, sha: string, folder: string) {
    const named = isFullHash(sha) ? await ask(objectNames([sha])) : ok([]);
    if (named.state !== 'ok') {
      return named;
    }
    return named.value[0]?.type === 'commit' ? ask(treeFiles(sha, folder)) : ok([]);
  }
}

function contentBeforeReading(size: number | undefined): FileContent {
  return size === undefined || size <= maximumBytes
    ? { state: 'missing' }
    : { state: 'unreadable', code: 'too-large', detail: String(size) };
}

function prefixOf({ prefix }: Place): string {
  return prefix === '' ? '' : `${prefix}/`;
}

function ok<T>(value: T): GitAnswer<T> {
  return { state: 'ok', value };
}
