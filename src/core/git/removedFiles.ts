import { isFullHash } from './fullHash.ts';
import type { GitCommand } from './gitCommand.ts';

/** A file that was there in one commit and is not in another. */
export interface RemovedFile {
  /** POSIX, from the root of the work tree. */
  readonly path: string;
  /** Full hash of what was in it. */
  readonly sha: string;
}

/**
 * Asks which files one commit has below a folder and another has not.
 *
 * @param before full hash
 * @param after full hash
 * @param folder POSIX, from the root of the work tree
 */
export function removedFiles(
  before: string,
  after: string,
  folder: string,
): GitCommand<readonly RemovedFile[]> {
  return {
    args: [
      'diff-tree',
      '-r',
      '-z',
      '--raw',
      '--no-abbrev',
      '--no-renames',
      '--no-ext-diff',
      '--no-textconv',
      '--diff-filter=D',
      '-O/dev/null',
      before,
      after,
      '--',
      `:(top,literal)${folder}`,
    ],
    parse: parseRemovedFiles,
  };
}

/** Reads what {@link removedFiles} asks for: modes, hashes and the state, then the path. */
export function parseRemovedFiles(stdout: string): RemovedFile[] {
  const fields = stdout.split('\0');
  const files: RemovedFile[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const sha = fields[at]?.split(' ')[2] ?? '';
    if (isFullHash(sha)) {
      files.push({ sha, path: fields[at + 1] ?? '' });
    }
  }
  return files;
}
