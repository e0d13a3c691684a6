import * as l10n from '@vscode/l10n';
import type { Workplace } from './workplace.ts';

/**
 * What to say of a log whose folder is not there although the commit that is checked out has it; `undefined` where that
 * has none, or git cannot say.
 */
export async function logLeftOut({
  folder,
  versions,
}: Pick<Workplace, 'folder' | 'versions'>): Promise<string | undefined> {
  const head = await versions.named('HEAD');
  const files =
    head.state === 'ok' && head.value !== undefined ? await versions.filesAt(head.value.sha) : undefined;
  const listing = files?.state === 'ok' ? await files.value.list(folder, ['.md', '.yml']) : undefined;
  return listing?.state === 'listed' && listing.files.length > 0
    ? l10n.t(
        'The folder “{0}” is in git, but not in this work tree, so nothing of it is here. If a sparse checkout leaves it out, “git sparse-checkout add {0}” brings it; “git restore {0}” if it was removed.',
        folder,
      )
    : undefined;
}
