import * as l10n from '@vscode/l10n';
import { countOf } from '../trends/figures.ts';
import { type Change, countChange } from '../trends/figureWords.ts';
import { daysBetween, type Window } from '../trends/windows.ts';
import { dayWords } from '../words/dayWords.ts';
import type { SpanCounts } from './comparedCounts.ts';

/** How it is going, in one sentence or two: what was tried and learned, and whether that is a change. */
export function summaryOf(now: SpanCounts, before: SpanCounts, window: Window): string {
  if (now.concluded + now.learnings + before.concluded + before.learnings === 0) {
    return l10n.t(
      'No experiment was concluded and no learning written down in these {0}, nor in the {0} before.',
      spanWords(window),
    );
  }
  const told = l10n.t(
    '{0} and {1} in {2}; {3} and {4} in the {2} before.',
    concludedWords(now.concluded),
    learnedWords(now.learnings),
    spanWords(window),
    before.concluded,
    before.learnings,
  );
  return `${told} ${changeWords(
    countChange(countOf(now.concluded, before.concluded)),
    countChange(countOf(now.learnings, before.learnings)),
  )}`;
}

function concludedWords(count: number): string {
  return count === 0
    ? l10n.t('No experiment was concluded')
    : count === 1
      ? l10n.t('1 experiment was concluded')
      : l10n.t('{0} experiments were concluded', count);
}

function learnedWords(count: number): string {
  return count === 0
    ? l10n.t('no learning written down')
    : count === 1
      ? l10n.t('1 learning written down')
      : l10n.t('{0} learnings written down', count);
}

function changeWords(experiments: Change, learnings: Change): string {
  if (experiments === learnings) {
    return {
      more: l10n.t('Both went up clearly.'),
      fewer: l10n.t('Both went down clearly.'),
      unclear: l10n.t('Neither is a clear change.'),
    }[experiments];
  }
  const words = [
    { more: l10n.t('Experiments went up clearly'), fewer: l10n.t('Experiments went down clearly') },
    { more: l10n.t('Learnings went up clearly'), fewer: l10n.t('Learnings went down clearly') },
  ];
  const told = [experiments, learnings].flatMap((change, at) =>
    change === 'unclear' ? [] : [words[at]?.[change] ?? ''],
  );
  return l10n.t('{0}.', told.join('; '));
}

/** How long a span is: in weeks, where it is some. */
export function spanWords({ from, to }: Window): string {
  const days = daysBetween(from, to) + 1;
  return days % 7 === 0 && days > 7 ? l10n.t('{0} weeks', days / 7) : dayWords(days);
}
