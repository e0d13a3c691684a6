import { join } from 'node:path';
import type { FileCalls } from './fileCalls.ts';
import { saysMissing } from './systemReason.ts';

/** What stands on the way from the root down through folders. */
export type FolderChain =
  | {
      readonly state: 'whole';
      /** The same as long as the same folders stand there. */
      readonly identity: string;
    }
  /** The first `there` folders exist, the next does not. */
  | { readonly state: 'missing'; readonly there: number }
  | { readonly state: 'symbolic-link' | 'not-a-folder'; readonly at: string };

/**
 * Looks at each folder on the way without following a link. The root itself may be reached through one.
 * What the system cannot tell is thrown as it says it.
 */
export async function lookAtFolders(
  calls: FileCalls,
  root: string,
  folders: readonly string[],
): Promise<FolderChain> {
  const identity: string[] = [];
  let path = root;
  for (const [there, folder] of folders.entries()) {
    path = join(path, folder);
    try {
      const stats = await calls.lstat(path);
      if (!stats.isDirectory()) {
        const at = folders.slice(0, there + 1).join('/');
        return { state: stats.isSymbolicLink() ? 'symbolic-link' : 'not-a-folder', at };
      }
      identity.push(`${stats.dev}:${stats.ino}`);
    } catch (error) {
      if (saysMissing(error)) {
        return { state: 'missing', there };
      }
      throw error;
    }
  }
  return { state: 'whole', identity: identity.join(' ') };
}
