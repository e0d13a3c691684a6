import * as l10n from '@vscode/l10n';
import { dayWords } from '../words/dayWords.ts';
import { type Count, type DurationFigure, isMissing, type Missing, type Share } from './figures.ts';
import { type Change, countChange, decimal, hundredths, shareChange } from './figureWords.ts';
import { shownFigure } from './shownFigures.ts';
import type { Cadence, ExperimentFlow, Indicators, Mobility, Recurrence, Safety, Spread } from './trends.ts';

/** What an indicator found, as a sentence without its full stop: the title of its chart. */
export function findingOf(indicators: Indicators, key: keyof Indicators): string {
  const figure: object = indicators[key];
  if (isMissing(figure)) {
    return l10n.t('{0}: {1}', shownFigure(indicators, key).name, figure.missing);
  }
  return findings[key](indicators);
}

type Told<K extends keyof Indicators> = Exclude<Indicators[K], Missing>;

const findings: Readonly<Record<keyof Indicators, (of: Indicators) => string>> = {
  experimentationRate: (of) => concluded(of.experimentationRate),
  experimentFlow: (of) => started(of.experimentFlow),
  surpriseShare: (of) =>
    shared(
      of.surpriseShare,
      (k, n) => l10n.t('{0} of {1} outcomes in 13 weeks surprised', k, n),
      () => l10n.t('No experiment was concluded in 13 weeks that could have surprised'),
    ),
  learningRate: (of) => learned(of.learningRate),
  learningYield: (of) =>
    shared(
      of.learningYield,
      (k, n) => l10n.t('A learning came of {0} of {1} failures and experiments', k, n),
      () => l10n.t('No failure and no experiment is old enough to have led to a learning'),
    ),
  timeToLearning: (of) =>
    lasted(
      of.timeToLearning,
      (days) => l10n.t('Half of the failures led to a learning within {0}', days),
      (open, n) => l10n.t('{0} of {1} failures have not led to a learning yet', open, n),
      () => l10n.t('No failure was written down in 13 weeks'),
    ),
  followThrough: (of) =>
    shared(
      of.followThrough,
      (k, n) => l10n.t('{0} of {1} actions were closed within 30 days', k, n),
      () => l10n.t('No action is old enough to say whether it was closed in time'),
    ),
  timeToClose: (of) =>
    lasted(
      of.timeToClose,
      (days) => l10n.t('Half of the actions were closed within {0}', days),
      (open, n) => l10n.t('{0} of {1} actions are still open', open, n),
      () => l10n.t('No action was opened in 13 weeks'),
    ),
  recurrence: (of) => returned(of.recurrence),
  participation: (of) =>
    shared(
      of.participation as Told<'participation'>,
      (k, n) => l10n.t('{0} of {1} active people took part in 4 weeks', k, n),
      () => l10n.t('Nobody was active in 4 weeks'),
    ),
  spread: (of) => spreadOver(of.spread as Told<'spread'>),
  reuse: (of) =>
    shared(
      of.reuse as Told<'reuse'>,
      (k, n) => l10n.t('Somebody else came back to {0} of {1} entries', k, n),
      () => l10n.t('No entry is old enough that somebody could have come back to it'),
    ),
  sharedAreas: (of) =>
    shared(
      of.sharedAreas as Told<'sharedAreas'>,
      (k, n) => l10n.t('Several people worked on {0} of {1} areas', k, n),
      () => l10n.t('No area had 5 commits in 13 weeks'),
    ),
  internalMobility: (of) => moved(of.internalMobility as Told<'internalMobility'>),
  psychologicalSafety: (of) => safety(of.psychologicalSafety as Told<'psychologicalSafety'>),
  recognition: (of) => thanked(of.recognition),
  cadence: (of) => met(of.cadence as Told<'cadence'>),
};

function concluded(figure: Count): string {
  const { value } = figure;
  const finding =
    value === 0
      ? l10n.t('No experiment was concluded in 4 weeks')
      : value === 1
        ? l10n.t('1 experiment was concluded in 4 weeks')
        : l10n.t('{0} experiments were concluded in 4 weeks', value);
  return compared(finding, figure);
}

function learned(figure: Count): string {
  const { value } = figure;
  const finding =
    value === 0
      ? l10n.t('No learning was written down in 4 weeks')
      : value === 1
        ? l10n.t('1 learning was written down in 4 weeks')
        : l10n.t('{0} learnings were written down in 4 weeks', value);
  return compared(finding, figure);
}

function thanked(figure: Count): string {
  const { value } = figure;
  const finding =
    value === 0
      ? l10n.t('Nobody was thanked in 4 weeks')
      : value === 1
        ? l10n.t('Thanks were said once in 4 weeks')
        : l10n.t('Thanks were said {0} times in 4 weeks', value);
  return compared(finding, figure);
}

function compared(finding: string, figure: Count): string {
  const { value, previous } = figure;
  if (value === previous) {
    return value === 0
      ? l10n.t('{0}, and none in the 4 before', finding)
      : l10n.t('{0}, as many as in the 4 before', finding);
  }
  return withChange(finding, countChange(figure), String(previous));
}

function shared(figure: Share, finding: (k: number, n: number) => string, none: () => string): string {
  const { k, n, previous } = figure;
  if (n === 0) {
    return none();
  }
  return previous.n === 0
    ? finding(k, n)
    : withChange(finding(k, n), shareChange(figure), l10n.t('{0} of {1}', previous.k, previous.n));
}

function withChange(finding: string, change: Change, before: string): string {
  switch (change) {
    case 'more':
      return l10n.t('{0}, more than the {1} before', finding, before);
    case 'fewer':
      return l10n.t('{0}, fewer than the {1} before', finding, before);
    case 'unclear':
      return l10n.t('{0}; {1} before, which is no clear change', finding, before);
  }
}

function lasted(
  { median, open, n }: DurationFigure,
  half: (days: string) => string,
  still: (open: number, n: number) => string,
  none: () => string,
): string {
  return n === 0 ? none() : median === null ? still(open, n) : half(dayWords(median));
}

function started({ started: count, running }: ExperimentFlow): string {
  const finding =
    count === 0
      ? l10n.t('No experiment was started in 13 weeks')
      : count === 1
        ? l10n.t('1 experiment was started in 13 weeks')
        : l10n.t('{0} experiments were started in 13 weeks', count);
  return running.length === 0
    ? l10n.t('{0}; none runs now', finding)
    : l10n.t('{0}; running now: {1}', finding, running.length);
}

function returned({ k, n }: Recurrence): string {
  return n === 0
    ? l10n.t('Nothing was settled in 26 weeks that could come back')
    : k === 0
      ? l10n.t('Nothing that was settled came back in a later failure')
      : l10n.t('{0} of {1} that were settled or learned came back in a later failure', k, n);
}

function spreadOver({ value, max, n }: Spread): string {
  if (value === null) {
    return l10n.t('Nothing was written in 13 weeks');
  }
  return n === 1
    ? l10n.t('One person wrote everything in 13 weeks')
    : l10n.t('{0} people wrote, spread {1} of at most {2}', n, hundredths(value), hundredths(max));
}

function moved({ k, n }: Mobility): string {
  return n === 0
    ? l10n.t('Nobody was here long enough to find a new area')
    : k === 0
      ? l10n.t('None of {0} people found a new area in 13 weeks', n)
      : l10n.t('{0} of {1} people found a new area in 13 weeks', k, n);
}

function safety({ value, max, previous }: Safety): string {
  const finding = l10n.t('The newest round came to {0} of {1}', decimal(value), max);
  return previous === undefined ? finding : l10n.t('{0}; {1} the round before', finding, decimal(previous));
}

function met({ meetings }: Cadence): string {
  return meetings === 0
    ? l10n.t('No meeting was held in 26 weeks')
    : meetings === 1
      ? l10n.t('1 meeting was held in 26 weeks')
      : l10n.t('{0} meetings were held in 26 weeks', meetings);
}
