import * as l10n from '@vscode/l10n';

/** So many days, in words, to a tenth of one. */
export function dayWords(days: number): string {
  const rounded = Math.round(days * 10) / 10;
  return rounded === 1 ? l10n.t('1 day') : l10n.t('{0} days', rounded);
}
