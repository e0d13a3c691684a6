import * as l10n from '@vscode/l10n';
import type { BucketLength } from './buckets.ts';

/**
 * What a bucket is called where its year stands elsewhere: a week by its first day.
 *
 * @param start the first day of the bucket
 */
export function bucketName(start: string, every: BucketLength): string {
  const month = Number(start.slice(5, 7));
  switch (every) {
    case 'week':
      return l10n.t('{0} {1}', Number(start.slice(8, 10)), monthName(month));
    case 'month':
      return monthName(month);
    case 'quarter':
      return l10n.t('Q{0}', Math.ceil(month / 3));
  }
}

/** What a bucket is called by itself. */
export function bucketTitle(start: string, every: BucketLength): string {
  const name = l10n.t('{0} {1}', bucketName(start, every), start.slice(0, 4));
  return every === 'week' ? l10n.t('Week of {0}', name) : name;
}

function monthName(month: number): string {
  const names = [
    l10n.t('Jan'),
    l10n.t('Feb'),
    l10n.t('Mar'),
    l10n.t('Apr'),
    l10n.t('May'),
    l10n.t('Jun'),
    l10n.t('Jul'),
    l10n.t('Aug'),
    l10n.t('Sep'),
    l10n.t('Oct'),
    l10n.t('Nov'),
    l10n.t('Dec'),
  ];
  return names[month - 1] ?? '';
}
