import * as l10n from '@vscode/l10n';
import type { Entry } from '../entries/entry.ts';
import { RetroError } from '../retroError.ts';
import { type KeyChanges, refuseUnless, stateRefusal } from './stepRefusal.ts';

/**
 * The keys that say an action is done.
 *
 * @param date ISO 8601 day
 * @throws RetroError `bad-input` where the entry is no action, is not open, or was opened after that day
 */
export function closeAction(entry: Entry, date: string): KeyChanges {
  refuseUnless('action', entry);
  refuseUnlessOpen(entry, date);
  return { status: 'done', closed: date };
}

/**
 * The keys that say an action will not be done, and why.
 *
 * @param date ISO 8601 day
 * @throws RetroError `bad-input` as `closeAction`, and where there is no reason
 */
export function dropAction(entry: Entry, reason: string, date: string): KeyChanges {
  refuseUnless('action', entry);
  refuseUnlessOpen(entry, date);
  const words = reason.replace(/\s+/gu, ' ').trim();
  if (words === '') {
    throw new RetroError(
      'bad-input',
      l10n.t(
        'An action is dropped with a reason: the next person who has the idea will ask. Write a few words.',
      ),
      { path: entry.path },
    );
  }
  return { status: 'dropped', closed: date, reason: words };
}

/**
 * The keys that say a blocker is out of the way.
 *
 * @param date ISO 8601 day
 * @throws RetroError `bad-input` where the entry is no blocker, is cleared, or was met after that day
 */
export function clearBlocker(entry: Entry, date: string): KeyChanges {
  refuseUnless('blocker', entry);
  refuseUnlessOpen(entry, date);
  return { status: 'cleared', closed: date };
}

/**
 * The keys that take an ending back: an experiment runs again (or is planned, if it never started), an action
 * or a blocker is open. What came out of an experiment stays in its text.
 *
 * @throws RetroError `bad-input` where the entry has not ended
 */
export function reopen(entry: Entry): KeyChanges {
  const { kind, status } = entry;
  if (kind === 'experiment' && status === 'concluded') {
    const before = entry.started === undefined ? 'planned' : 'running';
    return { status: before, concluded: undefined, outcome: undefined };
  }
  if (kind === 'action' && (status === 'done' || status === 'dropped')) {
    return { status: 'open', closed: undefined, reason: undefined };
  }
  if (kind === 'blocker' && status === 'cleared') {
    return { status: 'open', closed: undefined };
  }
  throw new RetroError('bad-input', l10n.t('{0} has not ended, so there is nothing to reopen.', entry.id), {
    path: entry.path,
  });
}

function refuseUnlessOpen(entry: Entry, date: string): void {
  if (entry.status !== 'open') {
    throw stateRefusal(entry);
  }
  if (date < entry.date) {
    throw new RetroError(
      'bad-input',
      l10n.t(
        '{0} is of {1}, so it cannot be closed on {2}. Nothing was changed.',
        entry.id,
        entry.date,
        date,
      ),
      { path: entry.path },
    );
  }
}
