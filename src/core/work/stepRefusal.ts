import * as l10n from '@vscode/l10n';
import { displayText } from '../entries/displayText.ts';
import type { Entry } from '../entries/entry.ts';
import { isEntryKind, statusesOf } from '../entries/kinds.ts';
import { RetroError } from '../retroError.ts';

/** New values for keys of an entry; `undefined` removes a key. */
export type KeyChanges = Readonly<Record<string, string | undefined>>;

/**
 * Makes sure of an entry's kind.
 *
 * @throws RetroError `bad-input`
 */
export function refuseUnless(kind: 'experiment' | 'action' | 'blocker', entry: Entry): void {
  if (entry.kind !== kind) {
    throw new RetroError(
      'bad-input',
      l10n.t(
        '{0} is not of the kind “{1}” but of “{2}”. Nothing was changed.',
        entry.id,
        kind,
        displayText(entry.kind, 40),
      ),
      { path: entry.path },
    );
  }
}

/** Why an entry in its state cannot be ended (again): it has ended, or a newer version knows its state. */
export function stateRefusal(entry: Entry): RetroError {
  const { id, kind, status, path } = entry;
  const known = isEntryKind(kind) ? statusesOf[kind] : undefined;
  if (status === undefined || known?.includes(status) !== true) {
    return new RetroError(
      'bad-file',
      l10n.t('The status of {0} is none that is known here. Nothing was changed; mend its file first.', id),
      { path },
    );
  }
  const day = entry.concluded ?? entry.closed;
  return new RetroError(
    'bad-input',
    day === undefined
      ? l10n.t('{0} is {1} already. Nothing was changed.', id, status)
      : l10n.t('{0} is {1} already, since {2}. Nothing was changed.', id, status, day),
    { path },
  );
}
