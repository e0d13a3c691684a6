import * as vscode from 'vscode';
import { sinceLastMeeting } from '../../core/board/sinceLastMeeting.ts';
import { isCalendarDate } from '../../core/format/calendarDate.ts';
import { daysUpTo, type Window } from '../../core/trends/windows.ts';
import { dayName } from '../log/logDates.ts';
import type { Session } from '../session.ts';
import { showBox, showPick } from '../showPrompt.ts';

interface PeriodItem extends vscode.QuickPickItem {
  readonly period?: Window;
}

/** Asks which days are looked back on; first comes the time since the last retro, or else two weeks. */
export async function pickPeriod(session: Session): Promise<Window | undefined> {
  const today = session.clock.today();
  const meetings = session.log.pages.filter(({ kind }) => kind === 'meeting').map(({ date }) => date);
  const since = sinceLastMeeting(meetings, today);
  const items: readonly PeriodItem[] = [
    ...(since === undefined ? [] : [item(vscode.l10n.t('Since the last retro'), since, today)]),
    item(vscode.l10n.t('The last two weeks'), daysUpTo(today, 14), today),
    item(vscode.l10n.t('The last four weeks'), daysUpTo(today, 28), today),
    item(vscode.l10n.t('The last three months'), daysUpTo(today, 91), today),
    { label: vscode.l10n.t('From a day on…') },
  ];
  const chosen = await showPick(items, {
    title: vscode.l10n.t('Start a retro (2 of 2)'),
    placeHolder: vscode.l10n.t('Over which time?'),
  });
  return chosen === undefined ? undefined : (chosen.period ?? (await askDay(today)));
}

function item(label: string, period: Window, today: string): PeriodItem {
  return { label, description: vscode.l10n.t('from {0}', dayName(period.from, today)), period };
}

async function askDay(today: string): Promise<Window | undefined> {
  const from = await showBox({
    title: vscode.l10n.t('From which day on?'),
    prompt: vscode.l10n.t('A date like {0}', daysUpTo(today, 14).from),
    validateInput: (text) =>
      text === '' || (isCalendarDate(text.trim()) && text.trim() <= today)
        ? undefined
        : vscode.l10n.t('Write a day up to today, as in {0}.', today),
  });
  return from === undefined || from.trim() === '' ? undefined : { from: from.trim(), to: today };
}
