import * as l10n from '@vscode/l10n';
import type { CommitLink } from '../core/entries/entry.ts';
import type { Commit, Git } from '../core/ports/git.ts';
import { linkTo } from '../core/links/linkTo.ts';
import { RetroError } from '../core/retroError.ts';
import type { Workplace } from './workplace.ts';

/**
 * Links to the commits that some revisions name, each commit once.
 *
 * @throws RetroError `not-found` where a revision names no commit, `git` where git could not be asked
 */
export async function commitLinks(
  revisions: readonly string[],
  { git, history }: Pick<Workplace, 'git' | 'history'>,
): Promise<readonly CommitLink[]> {
  const links = new Map<string, CommitLink>();
  for (const revision of revisions) {
    const { sha, subject, authored, paths } = await resolveCommit(revision, git);
    const known = { sha, subject, authored, ...(paths.length > 0 && { paths }) };
    links.set(sha, await linkTo(known, history));
  }
  return [...links.values()];
}

async function resolveCommit(revision: string, git: Git): Promise<Commit> {
  const answer = await git.resolve(revision);
  if (answer.state === 'noRepository') {
    throw new RetroError(
      'git',
      l10n.t(
        'The commit “{0}” could not be looked up: this is not in a git repository. Nothing was written; leave out --commit, or name the repository with --dir.',
        revision,
      ),
    );
  }
  if (answer.state === 'failed') {
    throw new RetroError(
      'git',
      l10n.t(
        'The commit “{0}” could not be looked up, and nothing was written: {1}',
        revision,
        answer.reason,
      ),
    );
  }
  if (answer.value === undefined) {
    throw new RetroError(
      'not-found',
      l10n.t('“{0}” names no commit of this repository. Nothing was written.', revision),
    );
  }
  return answer.value;
}
