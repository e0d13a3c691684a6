import * as l10n from '@vscode/l10n';
import type { Entry } from '../entries/entry.ts';
import { outcomes } from '../entries/kinds.ts';
import { RetroError } from '../retroError.ts';
import { type KeyChanges, refuseUnless, stateRefusal } from './stepRefusal.ts';

/**
 * The keys that make a planned experiment a running one.
 *
 * @param date ISO 8601 day; it may be earlier than the day on which the experiment was written down
 * @throws RetroError `bad-input` where the entry is no experiment, or not a planned one
 */
export function startExperiment(entry: Entry, date: string): KeyChanges {
  refuseUnless('experiment', entry);
  if (entry.status === 'running') {
    throw new RetroError('bad-input', l10n.t('{0} is running already. Nothing was changed.', entry.id), {
      path: entry.path,
    });
  }
  if (entry.status !== 'planned') {
    throw stateRefusal(entry);
  }
  return { status: 'running', started: date };
}

/**
 * The keys that conclude an experiment. One that nobody said was started can be concluded as well: no day is
 * made up for its start.
 *
 * @param date ISO 8601 day
 * @throws RetroError `bad-input` where the entry is no experiment or is concluded, where the outcome is none of
 *   `outcomes`, or where the day is before the one it started on
 */
export function concludeExperiment(entry: Entry, outcome: string, date: string): KeyChanges {
  refuseUnless('experiment', entry);
  if (entry.status !== 'planned' && entry.status !== 'running') {
    throw stateRefusal(entry);
  }
  if (!(outcomes as readonly string[]).includes(outcome)) {
    throw new RetroError(
      'bad-input',
      l10n.t('An experiment needs an outcome to be concluded. There are: {0}.', outcomes.join(', ')),
      { path: entry.path },
    );
  }
  if (entry.started !== undefined && date < entry.started) {
    throw new RetroError(
      'bad-input',
      l10n.t(
        '{0} started on {1}, so it cannot be concluded on {2}. Nothing was changed.',
        entry.id,
        entry.started,
        date,
      ),
      { path: entry.path },
    );
  }
  return { status: 'concluded', concluded: date, outcome };
}
