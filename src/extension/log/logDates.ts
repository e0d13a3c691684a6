import * as vscode from 'vscode';
import { addDays, startOfWeek } from '../../core/dates.ts';

/** A day in the words of the editor's language; the year only where it is not this one. */
export function dayName(date: string, today: string): string {
  return formatter(date.slice(0, 4) !== today.slice(0, 4)).format(timeOf(date));
}

/** A week by its Monday: “This week”, “Last week”, or its days. */
export function weekName(monday: string, today: string): string {
  const thisWeek = startOfWeek(today);
  if (monday === thisWeek) {
    return vscode.l10n.t('This week');
  }
  if (monday === addDays(thisWeek, -7)) {
    return vscode.l10n.t('Last week');
  }
  const sunday = addDays(monday, 6);
  return formatter(sunday.slice(0, 4) !== today.slice(0, 4)).formatRange(timeOf(monday), timeOf(sunday));
}

function formatter(withYear: boolean): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(vscode.env.language, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    ...(withYear ? { year: 'numeric' } : {}),
  });
}

function timeOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}
