import { mkdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { NodeFiles } from './nodeFiles.ts';
import { ownNamesPattern } from './ownNames.ts';

/**
 * Keeps our temporary files and locks out of `git status` by a line in the repository's own exclude file,
 * which nobody else sees.
 *
 * @param excludeFile what `git rev-parse --git-path info/exclude` names, as an absolute path
 * @returns whether the line had to be added
 * @throws RetroError as `Files.update`
 */
export async function excludeTemporaryFiles(excludeFile: string): Promise<boolean> {
  await mkdir(dirname(excludeFile), { recursive: true });
  const files = new NodeFiles(dirname(excludeFile));
  await files.removeStaleFiles('');
  const updated = await files.update(basename(excludeFile), (current = '') => {
    if (current.split(/\r?\n/).includes(ownNamesPattern)) {
      return undefined;
    }
    const end = current === '' || current.endsWith('\n') ? '' : '\n';
    return `${current}${end}${ownNamesPattern}\n`;
  });
  return updated !== 'unchanged';
}
