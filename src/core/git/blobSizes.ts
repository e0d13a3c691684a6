import type { GitCommand } from './gitCommand.ts';
import { isFullHash } from './fullHash.ts';

/** A file's content as git stores it. */
export interface StoredBlob {
  /** Full hash. */
  readonly sha: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * Asks which blob each name stands for, and how large it is: `undefined` where it is none, or is not in this clone.
 * A name holds no line break. The answers are in the order of the names.
 */
export function blobSizes(names: readonly string[]): GitCommand<readonly (StoredBlob | undefined)[]> {
  return {
    args: ['cat-file', '--batch-check=%(objecttype) %(objectname) %(objectsize)'],
    input: names.map((name) => `${name}\n`).join(''),
    parse: (stdout) => parseBlobSizes(stdout).slice(0, names.length),
  };
}

/** Reads what {@link blobSizes} asks for: a line a name. */
export function parseBlobSizes(stdout: string): (StoredBlob | undefined)[] {
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [, sha = '', size] = /^blob ([0-9a-f]+) (\d+)$/.exec(line) ?? [];
      return isFullHash(sha) ? { sha, size: Number(size) } : undefined;
    });
}
