import * as l10n from '@vscode/l10n';
import { outcomes } from '../../core/entries/kinds.ts';
import { systemClock } from '../../node/systemClock.ts';
import type { Answer, Command, Invocation } from '../command.ts';
import { entryNamed } from '../entryNamed.ts';
import { loadLog } from '../loadLog.ts';
import { dateOf, type OptionValues, valueOf } from '../optionValues.ts';
import { stepAnswer } from '../stepAnswer.ts';
import { UsageError } from '../usageError.ts';

export const conclude: Command = {
  name: 'conclude',
  arguments: [{ name: 'id' }],
  options: [
    { name: 'outcome', value: 'OUTCOME', summary: () => l10n.t('one of: {0}', outcomes.join(', ')) },
    { name: 'result', value: 'TEXT', summary: () => l10n.t('what came out, as Markdown') },
    { name: 'date', value: 'DAY', summary: () => l10n.t('the day it ended; today otherwise') },
  ],
  summary: () => l10n.t('Conclude an experiment with its outcome'),
  run,
};

async function run({ words, values, terminal, openWorkplace }: Invocation): Promise<Answer> {
  const [id = ''] = words;
  const date = dateOf(values, 'date') ?? systemClock.today();
  const outcome = knownOutcome(values);
  const result = valueOf(values, 'result');
  const place = await openWorkplace();
  await loadLog(place, terminal);
  const entry = entryNamed(id, place.log);
  return stepAnswer(
    place,
    entry,
    { type: 'concludeExperiment', date, outcome, ...(result !== undefined && { result }) },
    l10n.t('Concluded'),
  );
}

function knownOutcome(values: OptionValues): string {
  const outcome = valueOf(values, 'outcome');
  const known = outcomes.join(', ');
  if (outcome === undefined) {
    throw new UsageError(l10n.t('“conclude” needs --outcome with one of: {0}.', known), 'conclude');
  }
  if (!(outcomes as readonly string[]).includes(outcome)) {
    throw new UsageError(l10n.t('--outcome “{0}” is not known. There are: {1}.', outcome, known), 'conclude');
  }
  return outcome;
}
