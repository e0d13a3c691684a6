import * as l10n from '@vscode/l10n';
import { slugOf } from '../format/entryPath.ts';
import type { Applied } from '../log/logEdit.ts';
import { templateFile } from '../log/logFiles.ts';
import type { Files } from '../ports/files.ts';
import { RetroError } from '../retroError.ts';
import { printTemplate } from './printTemplate.ts';
import type { Template } from './template.ts';

/**
 * Writes a template of the team's own.
 *
 * @throws RetroError as `Files.update` says, and `already-there` where the team has one with this key
 */
export async function addTemplate(files: Files, folder: string, template: Template): Promise<Applied> {
  const path = templateFile(folder, template.key);
  await files.update(path, (current) => {
    if (current !== undefined) {
      throw new RetroError(
        'already-there',
        l10n.t('{0} is already there, and was left as it is. Choose another name.', path),
        { path },
      );
    }
    return printTemplate(template);
  });
  return { paths: [path], undo: { type: 'removeFile', path } };
}

/** The key of a template with this name; `taken` are those of other templates. */
export function templateKey(name: string, taken: readonly string[]): string {
  const slug = slugOf(name, 60) || 'template';
  let key = slug;
  for (let count = 2; taken.includes(key); count += 1) {
    key = `${slug}-${count}`;
  }
  return key;
}
