import { NodeFiles } from '../files/nodeFiles.ts';

/** Patch-ids by hash; `null` for a commit that has none. */
export type KnownPatches = ReadonlyMap<string, string | null>;

const folder = 'retrolog';
/** Bytes of one file. There is one for each first digit of a hash, so all of them have 16 times as many. */
const mostBytes = 900_000;
const digits = '0123456789abcdef'.split('');
const known = /^([0-9a-f]{40}|[0-9a-f]{64}) (-|[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * Keeps patch-ids from one run to the next, in the repository's own folder and outside of what it tracks. A file that
 * is not as it was written is dropped. Whatever goes wrong here costs time alone, so nothing is ever thrown.
 */
export class PatchIdStore {
  readonly #files: NodeFiles;
  readonly #head: string;

  /**
   * @param commonFolder absolute path of the folder that all work trees of the repository share
   * @param leftOut what did not count for the patch-ids
   */
  constructor(commonFolder: string, leftOut: string) {
    this.#files = new NodeFiles(commonFolder);
    this.#head = `retrolog patch-ids 1 ${JSON.stringify(leftOut)}`;
  }

  async load(): Promise<KnownPatches> {
    const all = new Map<string, string | null>();
    for (const digit of digits) {
      const content = await this.#files.read(fileOf(digit)).catch(() => undefined);
      if (content?.state === 'text') {
        this.#parse(content.text).forEach((patch, sha) => all.set(sha, patch));
      }
    }
    return all;
  }

  /** Adds what was learned. Two that save at once lose nothing of each other's. */
  async add(learned: KnownPatches): Promise<void> {
    for (const digit of digits) {
      const own = [...learned].filter(([sha]) => sha.startsWith(digit));
      if (own.length > 0) {
        await this.#files.update(fileOf(digit), (text) => this.#print(text, own)).catch(() => undefined);
      }
    }
  }

  #parse(text: string): KnownPatches {
    const [head, ...lines] = text.split('\n');
    const found = new Map<string, string | null>();
    if (head !== this.#head || lines.pop() !== '') {
      return found;
    }
    for (const line of lines) {
      const [, sha, patch] = known.exec(line) ?? [];
      if (sha === undefined || patch === undefined) {
        return new Map();
      }
      found.set(sha, patch === '-' ? null : patch);
    }
    return found;
  }

  /** The newest come last; the oldest go first when there are too many. */
  #print(text: string | undefined, own: readonly (readonly [string, string | null])[]): string {
    const all = new Map(this.#parse(text ?? ''));
    for (const [sha, patch] of own) {
      all.delete(sha);
      all.set(sha, patch);
    }
    const lines = [...all].map(([sha, patch]) => `${sha} ${patch ?? '-'}\n`);
    const most = Math.floor(mostBytes / (lines[0]?.length ?? 1));
    return `${this.#head}\n${lines.slice(-most).join('')}`;
  }
}

function fileOf(digit: string): string {
  return `${folder}/patch-ids-${digit}`;
}
