import * as path from 'node:path';
import * as vscode from 'vscode';
import { isCalendarDate } from '../../core/format/calendarDate.ts';
import type { ReportFormat } from '../../core/report/printedReport.ts';
import { type ReportPeriod, reportPeriods } from '../../core/report/reportPeriods.ts';
import type { Window } from '../../core/trends/windows.ts';
import type { Session } from '../session.ts';
import { showBox, showPick } from '../showPrompt.ts';

/** What a person wants reported, and where to. */
export interface ReportWish {
  readonly sessions: readonly Session[];
  readonly window: Window;
  readonly format: ReportFormat;
  readonly file: vscode.Uri;
}

interface FormatItem extends vscode.QuickPickItem {
  readonly format: ReportFormat;
}

/** Asks which logs, if there are several, and then for the days, the format and the file. Escape goes one step back. */
export async function askReport(logs: readonly Session[]): Promise<ReportWish | undefined> {
  const sessions = await askLogs(logs);
  const [first] = sessions ?? [];
  if (sessions === undefined || first === undefined) {
    return undefined;
  }
  const asked = await askDays(sessions, first);
  return asked ?? (logs.length > 1 ? askReport(logs) : undefined);
}

async function askLogs(logs: readonly Session[]): Promise<readonly Session[] | undefined> {
  if (logs.length < 2) {
    return logs;
  }
  const items = logs.map((session) => ({
    session,
    label: session.name,
    description: session.root,
    picked: true,
  }));
  const picked = await showPick(items, {
    title: vscode.l10n.t('Which logs is the report about?'),
    canPickMany: true,
  });
  return picked?.map(({ session }) => session);
}

async function askDays(sessions: readonly Session[], first: Session): Promise<ReportWish | undefined> {
  const window = await askWindow(first.clock.today(first.log.team.timezone));
  return window && ((await askFormat(sessions, first, window)) ?? askDays(sessions, first));
}

async function askFormat(
  sessions: readonly Session[],
  first: Session,
  window: Window,
): Promise<ReportWish | undefined> {
  const items: readonly FormatItem[] = [
    {
      format: 'html',
      label: vscode.l10n.t('A web page'),
      description: vscode.l10n.t('one file with its charts, to send or to print'),
    },
    {
      format: 'md',
      label: vscode.l10n.t('Markdown'),
      description: vscode.l10n.t('to read and review where the repository is hosted'),
    },
  ];
  const title = vscode.l10n.t('What is the report to be?');
  const picked = await showPick(items, { title });
  if (picked === undefined) {
    return undefined;
  }
  const { format } = picked;
  const file = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Where is the report to be?'),
    saveLabel: vscode.l10n.t('Write'),
    defaultUri: vscode.Uri.file(path.join(first.root, `report-${window.to}.${format}`)),
    filters: format === 'html' ? { HTML: ['html'] } : { Markdown: ['md'] },
  });
  return file === undefined ? askFormat(sessions, first, window) : { sessions, window, format, file };
}

async function askWindow(today: string): Promise<Window | undefined> {
  const names: Readonly<Record<ReportPeriod, string>> = {
    thirteenWeeks: vscode.l10n.t('The last 13 weeks'),
    twentySixWeeks: vscode.l10n.t('The last 26 weeks'),
    quarterSoFar: vscode.l10n.t('This quarter so far'),
    quarterBefore: vscode.l10n.t('The quarter before'),
  };
  const periods = reportPeriods(today);
  const items = (Object.keys(names) as ReportPeriod[]).map((period) => ({
    window: periods[period] as Window | undefined,
    label: names[period],
    description: vscode.l10n.t('{0} to {1}', periods[period].from, periods[period].to),
  }));
  const since = { window: undefined, label: vscode.l10n.t('Since a day…') };
  const picked = await showPick([...items, since], {
    title: vscode.l10n.t('Which days is the report about?'),
    placeHolder: vscode.l10n.t('It compares them with as many days before'),
  });
  return picked && (picked.window ?? (await askSince(today)) ?? askWindow(today));
}

async function askSince(today: string): Promise<Window | undefined> {
  const from = await showBox({
    title: vscode.l10n.t('From which day on?'),
    prompt: vscode.l10n.t('A day as in {0}; the report goes up to today', today),
    validateInput: (typed) =>
      isCalendarDate(typed.trim()) && typed.trim() <= today
        ? undefined
        : vscode.l10n.t('Write a day up to today, as in {0}.', today),
  });
  return from === undefined ? undefined : { from: from.trim(), to: today };
}
