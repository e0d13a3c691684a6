import * as l10n from '@vscode/l10n';
import { addDays, startOfWeek } from '../../core/dates.ts';
import { weekDigest } from '../../core/digest/weekDigest.ts';
import { systemClock } from '../../node/systemClock.ts';
import type { Answer, Command, Invocation } from '../command.ts';
import { loadLog } from '../loadLog.ts';
import { dateOf } from '../optionValues.ts';

export const digest: Command = {
  name: 'digest',
  arguments: [],
  options: [
    { name: 'since', value: 'DAY', summary: () => l10n.t('from this day on; otherwise from Monday on') },
  ],
  summary: () => l10n.t('Print the week’s wins, learnings and thanks, to paste into a chat'),
  run,
};

async function run({ values, terminal, openWorkplace }: Invocation): Promise<Answer> {
  const given = dateOf(values, 'since');
  const place = await openWorkplace();
  const { log } = place;
  await loadLog(place, terminal);
  const today = systemClock.today(log.team.timezone);
  const since = given ?? startOfWeek(today);
  // Whoever wrote an entry may have been a time zone ahead of the team's.
  const markdown = weekDigest(log.entries, { since, until: addDays(today, 1) }, log.team.team);
  return { json: async () => ({ markdown }), lines: () => markdown.trimEnd().split('\n') };
}
