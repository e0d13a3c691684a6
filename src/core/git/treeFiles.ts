import { isFullHash } from './fullHash.ts';
import type { GitCommand } from './gitCommand.ts';

/** Something that a commit has below a folder. */
export interface TreeFile {
  /** POSIX, from the root of the work tree. */
  readonly path: string;
  /** Full hash; of a submodule, its commit's. */
  readonly sha: string;
  readonly kind: 'file' | 'link' | 'submodule';
}

/**
 * Asks what a commit has in a folder and below it.
 *
 * @param commit full hash
 * @param folder POSIX, from the root of the work tree, without a slash at its end; empty: everything
 */
export function treeFiles(commit: string, folder: string): GitCommand<readonly TreeFile[]> {
  return {
    // The path is taken as it is spelled: this command knows no patterns.
    args: ['ls-tree', '-r', '-z', '--full-tree', commit, '--', ...(folder === '' ? [] : [folder])],
    parse: parseTreeFiles,
  };
}

/** Reads what {@link treeFiles} asks for: `<mode> <type> <hash>`, a tab, the path. What is not whole is left out. */
export function parseTreeFiles(stdout: string): TreeFile[] {
  return stdout.split('\0').flatMap((record) => {
    const [, mode, sha = '', path = ''] = /^(\d{6}) [a-z]+ ([0-9a-f]+)\t([^]+)$/.exec(record) ?? [];
    const kind = mode === '160000' ? 'submodule' : mode === '120000' ? 'link' : 'file';
    return isFullHash(sha) ? [{ path, sha, kind }] : [];
  });
}
