import * as vscode from 'vscode';
import { addDays } from '../../core/dates.ts';
import { isCalendarDate } from '../../core/format/calendarDate.ts';
import type { Choice, ChoiceQuestion } from '../askInTurn.ts';
import { dayName } from '../log/logDates.ts';

/**
 * Asks for a day that lies ahead, answered by choosing or by typing it.
 *
 * @param none what it is called to name none
 * @param today ISO 8601 date
 */
export function dayQuestion(title: string, none: string, today: string): ChoiceQuestion {
  const until = (label: string, days: number): Choice => {
    const value = addDays(today, days);
    return { label, value, description: dayName(value, today) };
  };
  return {
    title,
    placeholder: vscode.l10n.t('Choose, or type a day such as {0}', addDays(today, 10)),
    choices: [
      until(vscode.l10n.t('In two weeks'), 14),
      until(vscode.l10n.t('In one week'), 7),
      until(vscode.l10n.t('In four weeks'), 28),
      { label: none, value: '' },
    ],
    typed: (text) => (isCalendarDate(text) ? { label: dayName(text, today), value: text } : undefined),
  };
}
