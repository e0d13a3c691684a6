import * as vscode from 'vscode';

/** What a meeting is called until somebody calls it something else. */
export function meetingTitle(template: string, date: string): string {
  const day = new Intl.DateTimeFormat(vscode.env.language, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(`${date}T00:00:00Z`));
  return vscode.l10n.t('{0}, {1}', template, day);
}
