import * as l10n from '@vscode/l10n';
import { isCalendarDate } from '../format/calendarDate.ts';
import type { GitAnswer } from '../ports/git.ts';
import type { Moment, Versions } from '../ports/versions.ts';
import { RetroError } from '../retroError.ts';

/**
 * The commit that a person means by a day of the calendar or by any name that git knows. A day is the last commit of it,
 * in the team's time zone, on the line of HEAD.
 *
 * @param timeZone an IANA name
 * @throws RetroError `not-found` where there is none, `git` where git could not be asked or the clone is shallow
 */
export async function momentNamed(
  versions: Pick<Versions, 'named' | 'onDay'>,
  timeZone: string,
  name: string,
): Promise<Moment> {
  if (!isCalendarDate(name)) {
    const named = fromGit(await versions.named(name));
    if (named === undefined) {
      throw new RetroError(
        'not-found',
        l10n.t('“{0}” names no commit of this repository, and is no day as in 2026-11-23.', name),
      );
    }
    return named;
  }
  const found = fromGit(await versions.onDay(name, timeZone));
  if (found === 'none') {
    throw new RetroError('not-found', l10n.t('There was no commit yet on {0}.', name));
  }
  if (found === 'incomplete') {
    throw new RetroError(
      'git',
      l10n.t(
        'History incomplete: this clone is shallow and does not reach back to {0}. “git fetch --unshallow” gets the rest.',
        name,
      ),
    );
  }
  return found;
}

/**
 * The value that git gave.
 *
 * @throws RetroError `git` with the reason where it gave none
 */
export function fromGit<T>(answer: GitAnswer<T>): T {
  switch (answer.state) {
    case 'ok':
      return answer.value;
    case 'noRepository':
      throw new RetroError(
        'git',
        l10n.t('This is not in a git repository, so there is no earlier state of the log.'),
      );
    case 'failed':
      throw new RetroError('git', answer.reason);
  }
}
