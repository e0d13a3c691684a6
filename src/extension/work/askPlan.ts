import * as vscode from 'vscode';
import { addDays } from '../../core/dates.ts';
import type { EntryDraft } from '../../core/entries/draft.ts';
import { isCalendarDate } from '../../core/format/calendarDate.ts';
import { askInTurn, type Choice } from '../askInTurn.ts';
import { dayName } from '../log/logDates.ts';

/**
 * Asks for the plan of an experiment. Only the first answer is needed; one without a hypothesis and a measure is in no
 * figure, which the prompts say.
 *
 * @param today ISO 8601 date
 */
export async function askPlan(today: string): Promise<EntryDraft | undefined> {
  const optional = vscode.l10n.t('Optional: press Enter to leave it out');
  const answers = await askInTurn([
    {
      title: vscode.l10n.t('What do you want to try?'),
      prompt: vscode.l10n.t('In one line'),
      check: (text) => (text === '' ? vscode.l10n.t('Write a few words.') : undefined),
    },
    {
      title: vscode.l10n.t('What do you expect to happen?'),
      prompt: vscode.l10n.t('The hypothesis: if we …, then …, because …. {0}', optional),
    },
    {
      title: vscode.l10n.t('How will you know?'),
      prompt: vscode.l10n.t('The measure: what it is now, and what it should be. {0}', optional),
    },
    {
      title: vscode.l10n.t('When does it end at the latest?'),
      placeholder: vscode.l10n.t('Choose, or type a day such as {0}', addDays(today, 10)),
      choices: timeboxes(today),
      typed: (text) => (isCalendarDate(text) ? { label: dayName(text, today), value: text } : undefined),
    },
    { title: vscode.l10n.t('Who sees to it?'), prompt: optional },
  ]);
  if (answers === undefined) {
    return undefined;
  }
  const [title = '', hypothesis = '', measure = '', timebox = '', owner = ''] = answers;
  return {
    kind: 'experiment',
    title,
    ...(hypothesis === '' ? {} : { hypothesis }),
    ...(measure === '' ? {} : { measure }),
    ...(timebox === '' ? {} : { timebox }),
    ...(owner === '' ? {} : { owner }),
  };
}

function timeboxes(today: string): readonly Choice[] {
  const until = (label: string, days: number): Choice => {
    const value = addDays(today, days);
    return { label, value, description: dayName(value, today) };
  };
  return [
    until(vscode.l10n.t('In two weeks'), 14),
    until(vscode.l10n.t('In one week'), 7),
    until(vscode.l10n.t('In four weeks'), 28),
    { label: vscode.l10n.t('No timebox'), value: '' },
  ];
}
