import * as l10n from '@vscode/l10n';
import { countRunning } from '../../core/work/openWork.ts';
import { systemClock } from '../../node/systemClock.ts';
import type { Answer, Command, Invocation } from '../command.ts';
import { entryNamed } from '../entryNamed.ts';
import { loadLog } from '../loadLog.ts';
import { dateOf } from '../optionValues.ts';
import { stepAnswer } from '../stepAnswer.ts';

export const start: Command = {
  name: 'start',
  arguments: [{ name: 'id' }],
  options: [{ name: 'date', value: 'DAY', summary: () => l10n.t('the day it started; today otherwise') }],
  summary: () => l10n.t('Start a planned experiment'),
  run,
};

async function run({ words, values, terminal, openWorkplace }: Invocation): Promise<Answer> {
  const [id = ''] = words;
  const date = dateOf(values, 'date') ?? systemClock.today();
  const place = await openWorkplace();
  const { log } = place;
  await loadLog(place, terminal);
  const entry = entryNamed(id, log);
  const running = countRunning(log.entries);
  const answer = await stepAnswer(place, entry, { type: 'startExperiment', date }, l10n.t('Started'));
  const limit = log.team.experimentLimit;
  if (running >= limit) {
    terminal.say(
      l10n.t(
        '{0} experiments are running now; the team means to run at most {1} at once.',
        running + 1,
        limit,
      ),
    );
  }
  return answer;
}
