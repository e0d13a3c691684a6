import { excludeTemporaryFiles } from './files/excludeTemporaryFiles.ts';
import { NodeFiles } from './files/nodeFiles.ts';
import { temporaryFilesExclude } from './git/temporaryFilesExclude.ts';
import type { Located } from './locateLog.ts';

/**
 * Removes what writers that were killed left in a log, and keeps such files out of `git status` in this clone.
 * Not for a workspace that is not trusted: it asks git where the clone's own exclude file is.
 *
 * @returns the paths of what was removed
 * @throws RetroError as `Files.update`
 */
export async function tidyLog({ root, folder }: Located): Promise<readonly string[]> {
  const exclude = await temporaryFilesExclude({ root });
  if (exclude.state === 'ok') {
    await excludeTemporaryFiles(exclude.value);
  }
  return new NodeFiles(root).removeStaleFiles(folder);
}
