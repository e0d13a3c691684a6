import * as l10n from '@vscode/l10n';
import { poissonInterval } from '../statistics/poissonInterval.ts';
import { countOf } from '../trends/figures.ts';
import { countChange, countWords } from '../trends/figureWords.ts';
import type { Bucket, Trends } from '../trends/trends.ts';
import type { ComparedCount } from './report.ts';

/** What is counted of one span of days. */
export type SpanCounts = Readonly<Record<CountKey, number>>;

type CountKey =
  | 'started'
  | 'concluded'
  | 'learnings'
  | 'failures'
  | 'wins'
  | 'opened'
  | 'closed'
  | 'blockers'
  | 'thanks';

const reads: Readonly<Record<CountKey, (bucket: Bucket) => number>> = {
  started: ({ experiments }) => experiments.started,
  concluded: ({ experiments }) => experiments.concluded,
  learnings: ({ entries }) => entries.learning,
  failures: ({ entries }) => entries.failure,
  wins: ({ entries }) => entries.win,
  opened: ({ actions }) => actions.opened,
  closed: ({ actions }) => actions.closed,
  blockers: ({ entries }) => entries.blocker,
  thanks: ({ entries }) => entries.kudos,
};

const keys = Object.keys(reads) as CountKey[];

/** What happened in the days of all buckets together. */
export function spanCounts({ buckets }: Trends): SpanCounts {
  const sum = (read: (bucket: Bucket) => number): number =>
    buckets.reduce((total, bucket) => total + read(bucket), 0);
  return Object.fromEntries(keys.map((key) => [key, sum(reads[key])])) as Record<CountKey, number>;
}

/** The counts of several logs: they add up, and so do the events that their intervals are about. */
export function addedCounts(all: readonly SpanCounts[]): SpanCounts {
  return Object.fromEntries(
    keys.map((key) => [key, all.reduce((sum, counts) => sum + counts[key], 0)]),
  ) as Record<CountKey, number>;
}

/** Two spans of the same length side by side. */
export function comparedCounts(now: SpanCounts, before: SpanCounts): readonly ComparedCount[] {
  return keys.map((key) => ({
    name: nameOf(key),
    now: now[key],
    before: before[key],
    nowWords: countWords(now[key], poissonInterval(now[key])),
    beforeWords: countWords(before[key], poissonInterval(before[key])),
    change: countChange(countOf(now[key], before[key])),
  }));
}

function nameOf(key: CountKey): string {
  const names: Readonly<Record<CountKey, () => string>> = {
    started: () => l10n.t('Experiments started'),
    concluded: () => l10n.t('Experiments concluded'),
    learnings: () => l10n.t('Learnings'),
    failures: () => l10n.t('Failures'),
    wins: () => l10n.t('Wins'),
    opened: () => l10n.t('Actions opened'),
    closed: () => l10n.t('Actions closed'),
    blockers: () => l10n.t('Blockers'),
    thanks: () => l10n.t('Thanks'),
  };
  return names[key]();
}
