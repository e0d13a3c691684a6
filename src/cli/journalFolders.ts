import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { RetroError } from '../core/retroError.ts';
import { ownFolder } from '../node/git/ownFolder.ts';
import type { Workplace } from './workplace.ts';

/**
 * Where the boards of some logs are kept, each in a folder of its own: in the git folder of its clone, or in the one
 * that somebody gave; for teams in one below it, named after the clone.
 *
 * @throws RetroError `bad-input` where there is none, or where two would be the same
 */
export async function journalFolders(
  places: readonly Workplace[],
  given: string | undefined,
  isForTeams: boolean,
): Promise<readonly string[]> {
  const folders: string[] = [];
  for (const place of places) {
    const folder = await journalFolder(place, given, isForTeams);
    const twin = places[folders.indexOf(folder)];
    if (twin !== undefined) {
      throw new RetroError(
        'bad-input',
        l10n.t(
          '{0} and {1} would keep their boards in the same folder. Give each clone once.',
          twin.root,
          place.root,
        ),
      );
    }
    folders.push(folder);
  }
  return folders;
}

async function journalFolder(
  { root, start, environment }: Workplace,
  given: string | undefined,
  isForTeams: boolean,
): Promise<string> {
  if (given !== undefined) {
    const whole = resolve(start, given);
    // Clones of two teams may be called the same.
    const mark = createHash('sha256').update(root).digest('hex').slice(0, 8);
    return isForTeams ? join(whole, `${basename(root)}-${mark}`) : whole;
  }
  const own = await ownFolder({ root, environment });
  if (own.state !== 'ok') {
    throw new RetroError(
      'bad-input',
      l10n.t('Outside of a git repository, say with --journal in which folder the board is kept.'),
    );
  }
  return join(own.value, 'live');
}
