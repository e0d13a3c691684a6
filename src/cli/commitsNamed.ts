import * as l10n from '@vscode/l10n';
import type { Entry } from '../core/entries/entry.ts';
import type { Git } from '../core/ports/git.ts';
import { RetroError } from '../core/retroError.ts';

/**
 * The full hashes that a revision stands for: the commit that git knows by that name or, because a linked
 * commit may be gone from this clone, every linked one whose hash begins like it.
 *
 * @throws RetroError `not-found` where it is neither, `git` where git could not be asked and would be needed
 */
export async function commitsNamed(
  revision: string,
  entries: readonly Entry[],
  git: Git,
): Promise<ReadonlySet<string>> {
  const answer = await git.resolve(revision);
  if (answer.state === 'ok' && answer.value !== undefined) {
    return new Set([answer.value.sha]);
  }
  const start = revision.toLowerCase();
  if (/^[0-9a-f]{4,64}$/.test(start)) {
    const linked = entries.flatMap((entry) => entry.commits.map((commit) => commit.sha));
    return new Set(linked.filter((sha) => sha.startsWith(start)));
  }
  switch (answer.state) {
    case 'ok':
      throw new RetroError('not-found', l10n.t('“{0}” names no commit of this repository.', revision));
    case 'noRepository':
      throw new RetroError(
        'git',
        l10n.t(
          '“{0}” could not be looked up: this is not in a git repository. The beginning of a hash works without.',
          revision,
        ),
      );
    case 'failed':
      throw new RetroError('git', l10n.t('“{0}” could not be looked up: {1}', revision, answer.reason));
  }
}
