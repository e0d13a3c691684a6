import * as l10n from '@vscode/l10n';
import { dayWords } from '../words/dayWords.ts';
import { type Count, type DurationFigure, isMissing, type Missing, type Share } from './figures.ts';
import {
  countChange,
  countWords,
  decimal,
  hundredths,
  noneYet,
  ofAll,
  shareChange,
  shareWords,
} from './figureWords.ts';
import type { Indicators, Recurrence, Spread } from './trends.ts';

/** One indicator as people read it. */
export interface ShownFigure {
  readonly key: keyof Indicators;
  readonly name: string;
  /** The figure with how sure it is, or why it is missing. */
  readonly value: string;
  /** The same where there is little room. */
  readonly brief: string;
  /** The same before, and whether that is a change; empty where there is nothing to compare. */
  readonly before: string;
  /** The days that it is about. */
  readonly span: string;
}

type Words = Omit<ShownFigure, 'key'>;

/** Every indicator in words, in the order in which they are read. One place says them for all surfaces. */
export function shownFigures(of: Indicators): readonly ShownFigure[] {
  return (Object.keys(shown) as (keyof Indicators)[]).map((key) => shownFigure(of, key));
}

/** One of them. */
export function shownFigure(of: Indicators, key: keyof Indicators): ShownFigure {
  return { key, ...shown[key](of) };
}

function weeks(count: number): string {
  return l10n.t('{0} weeks', count);
}

const shown: Readonly<Record<keyof Indicators, (of: Indicators) => Words>> = {
  // What entries alone tell.
  experimentationRate: (of) => ({
    name: l10n.t('Experiments concluded'),
    span: weeks(4),
    ...count(of.experimentationRate),
  }),
  experimentFlow: (of) => ({ name: l10n.t('Experiments started'), span: weeks(13), ...flow(of) }),
  surpriseShare: (of) => ({
    name: l10n.t('Outcomes that surprised'),
    span: weeks(13),
    ...share(of.surpriseShare),
  }),
  learningRate: (of) => ({ name: l10n.t('Learnings'), span: weeks(4), ...count(of.learningRate) }),
  learningYield: (of) => ({
    name: l10n.t('Failures and experiments with a learning'),
    span: weeks(13),
    ...share(of.learningYield),
  }),
  timeToLearning: (of) => ({
    name: l10n.t('From failure to learning'),
    span: weeks(13),
    ...duration(of.timeToLearning),
  }),
  followThrough: (of) => ({
    name: l10n.t('Actions closed within 30 days'),
    span: l10n.t('opened 30 to 120 days ago'),
    ...share(of.followThrough),
  }),
  timeToClose: (of) => ({
    name: l10n.t('From opening an action to closing it'),
    span: weeks(13),
    ...duration(of.timeToClose),
  }),
  recurrence: (of) => ({
    name: l10n.t('What came back in a later failure'),
    span: weeks(26),
    ...returned(of.recurrence),
  }),
  // What people, meetings and surveys tell.
  participation: (of) => ({
    name: l10n.t('Active people who took part'),
    span: weeks(4),
    ...orMissing(of.participation, share),
  }),
  spread: (of) => ({ name: l10n.t('Spread of writing'), span: weeks(13), ...orMissing(of.spread, spread) }),
  reuse: (of) => ({
    name: l10n.t('Entries that somebody else came back to'),
    span: weeks(13),
    ...orMissing(of.reuse, share),
  }),
  sharedAreas: (of) => ({
    name: l10n.t('Areas that several people know'),
    span: weeks(13),
    ...orMissing(of.sharedAreas, share),
  }),
  internalMobility: (of) => ({
    name: l10n.t('People who found a new area'),
    span: weeks(13),
    ...orMissing(of.internalMobility, ({ k, n }) => plain(n === 0 ? noneYet() : ofAll(k, n))),
  }),
  psychologicalSafety: (of) => ({
    name: l10n.t('Psychological safety'),
    span: l10n.t('newest round'),
    ...orMissing(of.psychologicalSafety, ({ value, max, n, previous }) => ({
      ...plain(
        l10n.t('{0} of {1}, answers: {2}', decimal(value), max, n),
        l10n.t('{0} of {1}', decimal(value), max),
      ),
      before: previous === undefined ? '' : decimal(previous),
    })),
  }),
  recognition: (of) => ({ name: l10n.t('Thanks'), span: weeks(4), ...count(of.recognition) }),
  cadence: (of) => ({
    name: l10n.t('Meetings'),
    span: weeks(26),
    ...orMissing(of.cadence, ({ meetings }) => plain(String(meetings))),
  }),
};

type Figure = Pick<ShownFigure, 'value' | 'brief' | 'before'>;

function plain(value: string, brief = value): Figure {
  return { value, brief, before: '' };
}

function orMissing<T extends object>(figure: T | Missing, show: (one: T) => Figure): Figure {
  return isMissing(figure) ? plain(figure.missing) : show(figure);
}

function count(figure: Count): Figure {
  const { value, interval, previous } = figure;
  return { ...plain(countWords(value, interval, countChange(figure))), before: String(previous) };
}

/** Too few for a share are told as they are. */
function share(figure: Share): Figure {
  const { k, n, interval, previous } = figure;
  const before = previous.n === 0 ? '' : ofAll(previous.k, previous.n);
  if (n === 0) {
    return { ...plain(noneYet()), before };
  }
  const value = interval === null ? ofAll(k, n) : shareWords(k, n, interval, shareChange(figure));
  return { ...plain(value), before };
}

function duration({ median, within14, open, n }: DurationFigure): Figure {
  if (n === 0) {
    return plain(noneYet());
  }
  const middle =
    median === null ? l10n.t('more than half still open') : l10n.t('median {0}', dayWords(median));
  const soon = l10n.t('within 14 days {0} of {1}', within14.k, within14.n);
  return plain([middle, soon, l10n.t('open {0}', open)].join('; '), middle);
}

function flow({ experimentFlow: { started, running, concludedShare } }: Indicators): Figure {
  const { k, n } = concludedShare;
  const parts = [String(started), l10n.t('running now {0}', running.length)];
  const ended = n === 0 ? [] : [l10n.t('concluded {0} of {1}', k, n)];
  return plain([...parts, ...ended].join('; '), parts.join('; '));
}

function returned({ k, n }: Recurrence): Figure {
  return plain(n === 0 ? noneYet() : ofAll(k, n));
}

function spread({ value, max, n, previous }: Spread): Figure {
  const shown =
    value === null
      ? noneYet()
      : l10n.t('{0}, at most {1} with {2} who wrote', hundredths(value), hundredths(max), n);
  const brief = value === null ? shown : l10n.t('{0} of at most {1}', hundredths(value), hundredths(max));
  return { ...plain(shown, brief), before: previous === null ? '' : hundredths(previous) };
}
