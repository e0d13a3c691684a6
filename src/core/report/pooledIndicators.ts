import * as l10n from '@vscode/l10n';
import { closingTimes } from '../trends/actions.ts';
import { leastSurprises } from '../trends/experiments.ts';
import {
  type Count,
  countOf,
  durationOf,
  isMissing,
  type Missing,
  type Ratio,
  type Share,
  shareOf,
} from '../trends/figures.ts';
import { learningTimes } from '../trends/learning.ts';
import type { Scene } from '../trends/scene.ts';
import type { Cadence, ExperimentFlow, Indicators, Recurrence } from '../trends/trends.ts';

/** A log at the end of a report, with the figures that were made of it. */
export interface Pooled {
  readonly scene: Scene;
  readonly indicators: Indicators;
}

/**
 * The figures of several logs together. Counts add up, and their interval is that of the sum. Of shares the parts and
 * the wholes add up, and of durations everything that took time counts in one estimate. What is about people is not
 * put together, since one person may work in several repositories, and neither are surveys of different teams.
 */
export function pooledIndicators(logs: readonly Pooled[]): Indicators {
  const of = <K extends keyof Indicators>(key: K): readonly Indicators[K][] =>
    logs.map(({ indicators }) => indicators[key]);
  const scenes = logs.map(({ scene }) => scene);
  return {
    experimentationRate: pooledCount(of('experimentationRate')),
    experimentFlow: pooledFlow(of('experimentFlow')),
    surpriseShare: pooledShare(of('surpriseShare'), leastSurprises),
    learningRate: pooledCount(of('learningRate')),
    learningYield: pooledShare(of('learningYield')),
    timeToLearning: durationOf(scenes.flatMap((scene) => learningTimes(scene))),
    followThrough: pooledShare(of('followThrough')),
    timeToClose: durationOf(scenes.flatMap((scene) => closingTimes(scene))),
    recurrence: pooledRecurrence(of('recurrence')),
    participation: ofPeople(),
    spread: ofPeople(),
    reuse: allOr(of('reuse'), (all) => pooledShare(all)),
    sharedAreas: allOr(of('sharedAreas'), (all) => pooledShare(all)),
    internalMobility: ofPeople(),
    psychologicalSafety: { missing: l10n.t('told for each repository: teams are not averaged') },
    recognition: pooledCount(of('recognition')),
    cadence: allOr(of('cadence'), pooledCadence),
  };
}

function pooledCount(all: readonly Count[]): Count {
  return countOf(sum(all.map(({ value }) => value)), sum(all.map(({ previous }) => previous)));
}

function pooledShare(all: readonly Share[], least?: number): Share {
  return shareOf(pooledRatio(all), pooledRatio(all.map(({ previous }) => previous)), least);
}

function pooledRatio(all: readonly Ratio[]): Ratio {
  return { k: sum(all.map(({ k }) => k)), n: sum(all.map(({ n }) => n)) };
}

function pooledFlow(all: readonly ExperimentFlow[]): ExperimentFlow {
  return {
    started: sum(all.map(({ started }) => started)),
    running: all.flatMap(({ running }) => running).toSorted((a, b) => b.days - a.days),
    stale: allOr(
      all.map(({ stale }) => stale),
      (stale) => stale.flat(),
    ),
    concludedShare: pooledShare(all.map(({ concludedShare }) => concludedShare)),
  };
}

/** A failure in one repository is not what came back of another's. */
function pooledRecurrence(all: readonly Recurrence[]): Recurrence {
  return { ...pooledRatio(all), items: all.flatMap(({ items }) => items) };
}

/** The days between meetings are those of one team. */
function pooledCadence(all: readonly Cadence[]): Cadence {
  return { meetings: sum(all.map(({ meetings }) => meetings)), daysBetween: [] };
}

function ofPeople(): Missing {
  return { missing: l10n.t('told for each repository: one person may work in several') };
}

/** What is missing in one is missing in all of them together: the rest would be taken for the whole. */
function allOr<T extends object>(all: readonly (T | Missing)[], pool: (all: readonly T[]) => T): T | Missing {
  const there = all.filter((figure): figure is T => !isMissing(figure));
  return there.length === all.length ? pool(there) : (all.find((figure) => isMissing(figure)) as Missing);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
