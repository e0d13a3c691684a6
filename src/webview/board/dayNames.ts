import * as l10n from '@vscode/l10n';

/** A day in the words of the page's language; the year only where it is another one. */
export function dayName(date: string, year = ''): string {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time)) {
    return date;
  }
  const form = new Intl.DateTimeFormat(document.documentElement.lang || 'en', {
    day: 'numeric',
    month: 'short',
    ...(date.slice(0, 4) === year ? {} : { year: 'numeric' as const }),
    timeZone: 'UTC',
  });
  return form.format(time);
}

/** A stretch of days; empty where neither its first nor its last one is known. */
export function periodName(from: string, to: string): string {
  return from === to || from === '' || to === ''
    ? dayName(to === '' ? from : to)
    : l10n.t('{0} to {1}', dayName(from, to.slice(0, 4)), dayName(to));
}
