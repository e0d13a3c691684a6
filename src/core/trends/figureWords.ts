import * as l10n from '@vscode/l10n';
import { type Interval, overlap } from '../statistics/interval.ts';
import { poissonInterval } from '../statistics/poissonInterval.ts';
import { wilsonInterval } from '../statistics/wilsonInterval.ts';
import { type Count, leastShown, type Share } from './figures.ts';

/** Which way a figure went, as far as its interval and that of the one before tell them apart. */
export type Change = 'more' | 'fewer' | 'unclear';

export function countChange({ value, interval, previous }: Count): Change {
  return changeOf(value - previous, interval, poissonInterval(previous));
}

export function shareChange({ k, n, interval, previous }: Share): Change {
  return interval === null || previous.n < leastShown
    ? 'unclear'
    : changeOf(k / n - previous.k / previous.n, interval, wilsonInterval(previous.k, previous.n));
}

function changeOf(difference: number, now: Interval, before: Interval): Change {
  return overlap(now, before) ? 'unclear' : difference > 0 ? 'more' : 'fewer';
}

/** The arrow for a change; none where there is none to tell. */
export function arrowOf(change: Change): string {
  return { more: ' ↑', fewer: ' ↓', unclear: '' }[change];
}

/** A count with its interval. */
export function countWords(value: number, interval: Interval, change: Change = 'unclear'): string {
  const [low, high] = interval.map(decimal);
  return `${value}${arrowOf(change)} (${low}–${high})`;
}

/** A share that is large enough to be shown, with its interval. */
export function shareWords(k: number, n: number, interval: Interval, change: Change = 'unclear'): string {
  const [low = '', high = ''] = interval.map(percent);
  return l10n.t('{0} %{1} of {2} ({3}–{4} %)', percent(k / n), arrowOf(change), n, low, high);
}

export function ofAll(k: number, n: number): string {
  return l10n.t('{0} of {1}', k, n);
}

export function noneYet(): string {
  return l10n.t('nothing to measure yet');
}

/** A number with at most one digit after the point, the same in every language. */
export function decimal(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export function percent(value: number): string {
  return String(Math.round(value * 100));
}

export function hundredths(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A count for every 10 weeks in which one person was active. */
export function perPersonWords({ value, interval }: NonNullable<Count['perPersonWeeks']>): string {
  const [low = '', high = ''] = interval.map(decimal);
  return l10n.t('{0} ({1}–{2}) in 10 weeks of one person’s work', decimal(value), low, high);
}
