import * as l10n from '@vscode/l10n';

/**
 * What a meeting is called until somebody calls it something else.
 *
 * @param date ISO 8601 date
 * @param language BCP 47
 */
export function meetingTitle(template: string, date: string, language: string): string {
  const day = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(`${date}T00:00:00Z`));
  return l10n.t('{0}, {1}', template, day);
}
