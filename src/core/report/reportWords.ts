import * as l10n from '@vscode/l10n';
import { dayWords } from '../words/dayWords.ts';
import type { Change } from '../trends/figureWords.ts';
import type {
  ComparedCount,
  LogReport,
  Planned,
  Report,
  ScoredStatement,
  StillOpen,
  Tried,
} from './report.ts';
import { spanWords } from './summaryOf.ts';

/** The words of a report that are the same in every format. */
export const reportWords = {
  sideBySide: () => l10n.t('Now and before'),
  plan: () => l10n.t('What the team set out to do'),
  tried: () => l10n.t('What was tried'),
  learned: () => l10n.t('What was learned'),
  cameBack: () => l10n.t('What came back'),
  loops: () => l10n.t('What nothing has come of yet'),
  retros: () => l10n.t('The retros'),
  open: () => l10n.t('What is open'),
  audit: () => l10n.t('Culture audit'),
  surveys: () => l10n.t('Surveys'),
  rounds: () => [l10n.t('Round'), l10n.t('Mean'), l10n.t('Answers')],
  weakest: () => l10n.t('The weakest'),
  strongest: () => l10n.t('The strongest'),
  moved: () => l10n.t('What moved'),
  figures: () => l10n.t('The figures'),
  leftOut: () => l10n.t('What was left out'),
  allTogether: () => l10n.t('All together'),
  running: () => l10n.t('Experiments that run'),
  actions: () => l10n.t('Actions'),
  blockers: () => l10n.t('Blockers'),
  expected: () => l10n.t('Expected'),
  cameOut: () => l10n.t('Came out'),
  learnedFromIt: () => l10n.t('Learned'),
  numbers: () => l10n.t('The same as a table'),
  nothingYet: () => l10n.t('Nothing was begun for it yet.'),
  noneTried: () => l10n.t('No experiment was concluded in this time.'),
  noneLearned: () => l10n.t('No learning was written down in this time.'),
  noneBack: () => l10n.t('Nothing that was settled or learned in 26 weeks came back in a later failure.'),
  noneOpen: () => l10n.t('Nothing is open.'),
  sure: () =>
    l10n.t(
      'In brackets is the interval at 95 %, in which the true figure may well lie. Where those of now and before overlap, there is no clear change.',
    ),
  together: () =>
    l10n.t(
      'Counts, shares and durations of all repositories are put together. What is about people is not: one person may work in several.',
    ),
};

/** What a report is called. */
export function reportTitle({ logs }: Report): string {
  const [only] = logs;
  return only !== undefined && logs.length === 1
    ? l10n.t('{0}: what was tried and learned', only.name)
    : l10n.t('What {0} teams tried and learned', logs.length);
}

/** The days that a report is about, and those before. */
export function periodWords({ window, before }: Report): string {
  return l10n.t(
    '{0} to {1}, {2}. Before that: {3} to {4}.',
    window.from,
    window.to,
    spanWords(window),
    before.from,
    before.to,
  );
}

export function outcomeWords(outcome: string): string {
  switch (outcome) {
    case 'validated':
      return l10n.t('Validated');
    case 'invalidated':
      return l10n.t('Invalidated');
    case 'inconclusive':
      return l10n.t('Inconclusive');
    case 'stopped':
      return l10n.t('Stopped');
    default:
      return outcome;
  }
}

/** When an experiment ended, and after how long. */
export function endWords({ concluded, days }: Tried): string {
  return days === undefined
    ? l10n.t('on {0}', concluded)
    : days === 1
      ? l10n.t('on {0}, after 1 day', concluded)
      : l10n.t('on {0}, after {1} days', concluded, days);
}

/** How far something that the plan rests on had come. */
export function carrierWords({ ended }: Planned['carriers'][number]): string {
  if (ended === undefined) {
    return l10n.t('in hand');
  }
  switch (ended.as) {
    case 'done':
      return l10n.t('done on {0}', ended.on);
    case 'dropped':
      return l10n.t('dropped on {0}', ended.on);
    default:
      return l10n.t('{0} on {1}', outcomeWords(ended.as), ended.on);
  }
}

export function ageWords({ age }: StillOpen): string {
  return dayWords(age);
}

/** What is left of the time that was set; empty where none was set. */
export function leftWords({ left }: StillOpen): string {
  if (left === undefined) {
    return '';
  }
  if (left === 0) {
    return l10n.t('ends that day');
  }
  if (left > 0) {
    return left === 1 ? l10n.t('1 day left') : l10n.t('{0} days left', left);
  }
  return left === -1 ? l10n.t('over by 1 day') : l10n.t('over by {0} days', -left);
}

export function changeWords({ change, now, before }: ComparedCount): string {
  const words: Readonly<Record<Change, () => string>> = {
    more: () => l10n.t('↑ clearly more'),
    fewer: () => l10n.t('↓ clearly fewer'),
    unclear: () => (now === before ? l10n.t('as many') : l10n.t('no clear change')),
  };
  return words[change]();
}

/** A statement’s score, and in brackets the one before where it has moved. */
export function scoreWords(
  { score, before }: ScoredStatement & { readonly before?: number },
  best: number,
): string {
  return before === undefined
    ? l10n.t('{0} of {1}', score, best)
    : l10n.t('{0} of {1}, was {2}', score, best, before);
}

/** That a list goes on. */
export function moreWords(more: number): string {
  return more === 1 ? l10n.t('And 1 more.') : l10n.t('And {0} more.', more);
}

/** The heads of the columns of a report's tables. */
export const columnWords = {
  count: () => ['', l10n.t('Now'), l10n.t('Before'), ''],
  figure: () => [l10n.t('Indicator'), l10n.t('Now'), l10n.t('Before'), l10n.t('Over')],
  running: () => [l10n.t('Experiment'), l10n.t('Runs for'), l10n.t('Timebox')],
  action: () => [l10n.t('Action'), l10n.t('Open for'), l10n.t('Due')],
  blocker: () => [l10n.t('Blocker'), l10n.t('In the way for'), ''],
};

/** What had not ended, with its heading and the heads of its columns; empty lists are left out. */
export function openLists({ running, actions, blockers }: LogReport): readonly {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly list: LogReport['running'];
}[] {
  return [
    { heading: reportWords.running(), columns: columnWords.running(), list: running },
    { heading: reportWords.actions(), columns: columnWords.action(), list: actions },
    { heading: reportWords.blockers(), columns: columnWords.blocker(), list: blockers },
  ].filter(({ list }) => list.shown.length > 0);
}
