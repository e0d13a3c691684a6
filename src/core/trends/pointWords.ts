import * as l10n from '@vscode/l10n';
import { dayWords } from '../words/dayWords.ts';
import { countWords, decimal, hundredths, noneYet, ofAll, shareWords } from './figureWords.ts';
import type { Gap, SeriesPoint, SeriesUnit } from './series.ts';

/** A point of a series as people read it: the number with how sure it is and n, or why there is none. */
export function pointWords(unit: SeriesUnit, { value, interval, k = 0, n = 0, gap }: SeriesPoint): string {
  if (value === null) {
    return gapWords(gap ?? 'nothing', k, n);
  }
  switch (unit) {
    case 'count':
      return interval === null ? String(value) : countWords(value, interval);
    case 'share':
      return interval === null ? ofAll(k, n) : shareWords(k, n, interval);
    case 'days':
      return l10n.t('median {0} of {1}', dayWords(value), n);
    case 'index':
      return l10n.t('{0}, with {1} who wrote', hundredths(value), n);
    case 'score':
      return decimal(value);
  }
}

function gapWords(gap: Gap, k: number, n: number): string {
  switch (gap) {
    case 'before':
      return l10n.t('before the log began');
    case 'nothing':
      return noneYet();
    case 'few':
      return l10n.t('{0}: too few for a share', ofAll(k, n));
    case 'open':
      return l10n.t('more than half of {0} still open', n);
  }
}
