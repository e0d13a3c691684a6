import * as l10n from '@vscode/l10n';
import type { Entry } from '../../core/entries/entry.ts';
import type { Step } from '../../core/work/step.ts';
import { systemClock } from '../../node/systemClock.ts';
import type { Answer, Command, Invocation } from '../command.ts';
import { entryNamed } from '../entryNamed.ts';
import { loadLog } from '../loadLog.ts';
import { dateOf, type OptionValues, valueOf } from '../optionValues.ts';
import { stepAnswer } from '../stepAnswer.ts';
import { UsageError } from '../usageError.ts';

export const close: Command = {
  name: 'close',
  arguments: [{ name: 'id' }],
  options: [
    { name: 'dropped', summary: () => l10n.t('of an action: it will not be done') },
    { name: 'reason', value: 'TEXT', summary: () => l10n.t('why it was dropped') },
    { name: 'date', value: 'DAY', summary: () => l10n.t('the day it ended; today otherwise') },
  ],
  summary: () => l10n.t('Close an action, or clear a blocker'),
  run,
};

async function run({ words, values, terminal, openWorkplace }: Invocation): Promise<Answer> {
  const [id = ''] = words;
  const date = dateOf(values, 'date') ?? systemClock.today();
  const reason = reasonToDrop(values);
  const place = await openWorkplace();
  await loadLog(place, terminal);
  const entry = entryNamed(id, place.log);
  const { step, done } = closing(entry, date, reason);
  return stepAnswer(place, entry, step, done);
}

/** `undefined` where the action was done. */
function reasonToDrop(values: OptionValues): string | undefined {
  const reason = valueOf(values, 'reason');
  if (values.has('dropped') !== (reason !== undefined)) {
    throw new UsageError(l10n.t('--dropped and --reason belong together: say why it was dropped.'), 'close');
  }
  return reason;
}

function closing(entry: Entry, date: string, reason: string | undefined): { step: Step; done: string } {
  if (reason !== undefined) {
    return { step: { type: 'dropAction', date, reason }, done: l10n.t('Dropped') };
  }
  return entry.kind === 'blocker'
    ? { step: { type: 'clearBlocker', date }, done: l10n.t('Cleared') }
    : { step: { type: 'closeAction', date }, done: l10n.t('Closed') };
}
