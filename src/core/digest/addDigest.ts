import * as l10n from '@vscode/l10n';
import type { Applied } from '../log/logEdit.ts';
import type { Files } from '../ports/files.ts';
import { RetroError } from '../retroError.ts';

/**
 * Writes a digest into a file of its own. One that says the same is there already: nothing is done, and nothing can
 * be taken back.
 *
 * @throws RetroError as `Files.update` says, and `already-there` where the file says something else
 */
export async function addDigest(files: Files, path: string, text: string): Promise<Applied> {
  const done = await files.update(path, (current) => {
    if (current !== undefined && current !== text) {
      throw new RetroError(
        'already-there',
        l10n.t('{0} is already there, and was left as it is. Open it to add what came later.', path),
        { path },
      );
    }
    return current === undefined ? text : undefined;
  });
  return done === 'created' ? { paths: [path], undo: { type: 'removeFile', path } } : { paths: [] };
}
