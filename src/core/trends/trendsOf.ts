import { type EntryKind, entryKinds } from '../entries/kinds.ts';
import { closedIn, closedOn, followThrough, timeToClose, undatedActions } from './actions.ts';
import { internalMobility, sharedAreas } from './areas.ts';
import { type BucketLength, bucketsOf, bucketStart } from './buckets.ts';
import { concludedIn, experimentationRate, experimentFlow, startedIn, surpriseShare } from './experiments.ts';
import { requireHistory } from './historyNeed.ts';
import { learningRate, learningYield, timeToLearning } from './learning.ts';
import { cadence, recognition } from './meetings.ts';
import { historyNotes } from './missingHistory.ts';
import { participation } from './participation.ts';
import { recurrence } from './recurrence.ts';
import { reuse } from './reuse.ts';
import type { Scene } from './scene.ts';
import { spread } from './spread.ts';
import { psychologicalSafety, surveys } from './surveys.ts';
import { finish } from '../steps.ts';
import { byDate, type LogFacts, Timeline } from './timeline.ts';
import type { Bucket, Indicators, Trends } from './trends.ts';
import type { Window } from './windows.ts';

/** What figures are made from, and which. */
export interface TrendsInput extends LogFacts {
  /** The days that buckets are made of; figures end with the last one. */
  readonly window: Window;
  readonly every: BucketLength;
}

/** Makes the figures. A function of its input alone: whoever has the same files and history gets the same. */
export function trendsOf({ window, every, ...facts }: TrendsInput): Trends {
  return trendsIn(new Timeline(facts), window, every);
}

/** Makes the figures of a log that is laid out already. */
export function trendsIn(log: Timeline, window: Window, every: BucketLength): Trends {
  return finish(trendsInSteps(log, window, every));
}

/** The same, one figure at a time, for whoever has to let others have their turn in between. */
export function* trendsInSteps(log: Timeline, window: Window, every: BucketLength): Generator<void, Trends> {
  requireHistory(log.history, window.to);
  const buckets = bucketsIn(log, window, every);
  const scene: Scene = { log, end: window.to };
  const indicators: Partial<Record<keyof Indicators, object>> = {};
  for (const key of Object.keys(makers) as (keyof Indicators)[]) {
    yield;
    indicators[key] = makers[key](scene);
  }
  return {
    from: window.from,
    to: window.to,
    every,
    ...log.part,
    buckets,
    indicators: indicators as Indicators,
    surveys: surveys(scene, window.from),
    notes: [...historyNotes(log.history), ...log.notes, ...undatedActions(log)],
  };
}

const makers: { readonly [K in keyof Indicators]: (scene: Scene) => Indicators[K] } = {
  experimentationRate,
  experimentFlow,
  surpriseShare,
  learningRate,
  learningYield,
  timeToLearning,
  followThrough,
  timeToClose,
  recurrence,
  participation,
  spread,
  reuse,
  sharedAreas,
  internalMobility,
  psychologicalSafety,
  recognition,
  cadence,
};

type Tally = {
  readonly entries: Record<EntryKind, number>;
  readonly experiments: { started: number; concluded: number };
  readonly actions: { opened: number; closed: number };
};

function bucketsIn(log: Timeline, window: Window, every: BucketLength): readonly Bucket[] {
  const tallies = new Map(bucketsOf(window, every).map(({ from }) => [from, emptyTally()]));
  let [known, tally]: [string | undefined, Tally | undefined] = [undefined, undefined];
  const count = (day: string | undefined, add: (tally: Tally) => void): void => {
    // Those of one day come one after another.
    if (day !== known) {
      known = day;
      tally = day === undefined ? undefined : tallies.get(bucketStart(day, every));
    }
    if (tally !== undefined) {
      add(tally);
    }
  };
  for (const { kind, date } of log.kept(byDate).within(window)) {
    count(date, ({ entries, actions }) => {
      entries[kind as EntryKind] += 1;
      actions.opened += kind === 'action' ? 1 : 0;
    });
  }
  const scene = { log, end: window.to };
  for (const { started } of startedIn(scene, window)) {
    count(started, ({ experiments }) => (experiments.started += 1));
  }
  for (const { concluded } of concludedIn(scene, window)) {
    count(concluded, ({ experiments }) => (experiments.concluded += 1));
  }
  for (const action of closedIn(scene, window)) {
    count(closedOn(action), ({ actions }) => (actions.closed += 1));
  }
  return [...tallies].map(([start, tally]) => ({ start, ...tally }));
}

function emptyTally(): Tally {
  return {
    entries: Object.fromEntries(entryKinds.map((kind) => [kind, 0])) as Record<EntryKind, number>,
    experiments: { started: 0, concluded: 0 },
    actions: { opened: 0, closed: 0 },
  };
}
