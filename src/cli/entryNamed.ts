import * as l10n from '@vscode/l10n';
import type { Entry } from '../core/entries/entry.ts';
import type { RetroLog } from '../core/log/retroLog.ts';
import { RetroError } from '../core/retroError.ts';

/**
 * The one entry with an id.
 *
 * @throws RetroError `not-found` where there is none, `ambiguous` where a file was copied
 */
export function entryNamed(id: string, log: RetroLog): Entry {
  const [entry, ...others] = log.withId(id);
  if (entry !== undefined && others.length === 0) {
    return entry;
  }
  if (entry !== undefined) {
    const paths = [entry, ...others].map((copy) => copy.path).join(', ');
    throw new RetroError(
      'ambiguous',
      l10n.t('{0} files have the id “{1}”: {2}. Give all but one a new id.', others.length + 1, id, paths),
    );
  }
  const page = log.pages.find((candidate) => candidate.id === id);
  if (page !== undefined) {
    throw new RetroError('not-found', l10n.t('“{0}” is not an entry. It is kept in {1}.', id, page.path), {
      path: page.path,
    });
  }
  throw new RetroError(
    'not-found',
    l10n.t('There is no entry with the id “{0}”. “retrolog list” shows the ids.', id),
  );
}
