import * as l10n from '@vscode/l10n';
import type { Versions } from '../ports/versions.ts';

/**
 * Whether the commit that is checked out has a log in a folder that is not there: a sparse checkout leaves it out, or it
 * was removed. Not so where git cannot say.
 */
export async function isLeftOut(
  versions: Pick<Versions, 'named' | 'filesAt'>,
  folder: string,
): Promise<boolean> {
  const head = await versions.named('HEAD');
  const files =
    head.state === 'ok' && head.value !== undefined ? await versions.filesAt(head.value.sha) : undefined;
  const listing = files?.state === 'ok' ? await files.value.list(folder, ['.md', '.yml']) : undefined;
  return listing?.state === 'listed' && listing.files.length > 0;
}

/** What to say of such a folder, and what brings it. */
export function leftOutSentence(folder: string): string {
  return l10n.t(
    'The folder “{0}” is in git, but not in this work tree, so nothing of it is here. If a sparse checkout leaves it out, “git sparse-checkout add {0}” brings it; “git restore {0}” if it was removed.',
    folder,
  );
}
