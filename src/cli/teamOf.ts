import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import * as l10n from '@vscode/l10n';
import { firstCommit } from '../core/git/firstCommit.ts';
import { RetroError } from '../core/retroError.ts';
import { GitAsker } from '../node/git/askGit.ts';
import { placeOf } from '../node/git/nodeGit.ts';
import type { Workplace } from './workplace.ts';

/**
 * What the team of a log is called where others may serve it from clones of their own: the same for every clone of its
 * repository, by the commit that its history began with and the folder of the log.
 *
 * @returns 32 hexadecimal digits
 * @throws RetroError `git` where that commit is not known
 */
export async function teamOf({ root, folder, environment }: Workplace): Promise<string> {
  const ask = new GitAsker({ root, environment }).begin();
  const place = await placeOf(ask);
  if (place.state === 'failed') {
    throw new RetroError('git', place.reason);
  }
  if (place.state === 'noRepository' || place.value.head === undefined) {
    throw new RetroError(
      'git',
      l10n.t('{0} has no commit yet. Over Redis a team is known by the first one of its repository.', root),
    );
  }
  if (place.value.shallow) {
    throw new RetroError(
      'git',
      l10n.t(
        '{0} is a shallow clone. Over Redis a team is known by the first commit of its repository: “git fetch --unshallow” gets it.',
        root,
      ),
    );
  }
  const first = await ask(firstCommit);
  if (first.state !== 'ok' || first.value === undefined) {
    throw new RetroError(
      'git',
      first.state === 'failed' ? first.reason : l10n.t('{0}: git does not know its first commit.', root),
    );
  }
  const path = posix.join(place.value.prefix, folder);
  return createHash('sha256').update(`${first.value}\0${path}`).digest('hex').slice(0, 32);
}
