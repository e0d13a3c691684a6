import { type EntryKind, entryKinds } from '../entries/kinds.ts';
import type { Entry } from '../entries/entry.ts';
import { closedOn, followThrough, timeToClose, undatedActions } from './actions.ts';
import { internalMobility, sharedAreas } from './areas.ts';
import { type BucketLength, bucketsOf, bucketStart } from './buckets.ts';
import { experimentationRate, experimentFlow, surpriseShare } from './experiments.ts';
import { requireHistory } from './historyNeed.ts';
import { learningRate, learningYield, timeToLearning } from './learning.ts';
import { cadence, psychologicalSafety, recognition } from './meetings.ts';
import { historyNotes } from './missingHistory.ts';
import { participation } from './participation.ts';
import { recurrence } from './recurrence.ts';
import { reuse } from './reuse.ts';
import type { Scene } from './scene.ts';
import { spread } from './spread.ts';
import { type LogFacts, Timeline } from './timeline.ts';
import type { Bucket, Indicators, Trends } from './trends.ts';
import { isWithin, type Window } from './windows.ts';

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
  requireHistory(log.history, window.to);
  return {
    from: window.from,
    to: window.to,
    every,
    ...log.part,
    buckets: bucketsIn(log.entries, window, every),
    indicators: indicatorsOf({ log, end: window.to }),
    notes: [...historyNotes(log.history), ...log.notes, ...undatedActions(log)],
  };
}

function indicatorsOf(scene: Scene): Indicators {
  return {
    experimentationRate: experimentationRate(scene),
    experimentFlow: experimentFlow(scene),
    surpriseShare: surpriseShare(scene),
    learningRate: learningRate(scene),
    learningYield: learningYield(scene),
    timeToLearning: timeToLearning(scene),
    followThrough: followThrough(scene),
    timeToClose: timeToClose(scene),
    recurrence: recurrence(scene),
    participation: participation(scene),
    spread: spread(scene),
    reuse: reuse(scene),
    sharedAreas: sharedAreas(scene),
    internalMobility: internalMobility(scene),
    psychologicalSafety: psychologicalSafety(scene),
    recognition: recognition(scene),
    cadence: cadence(scene),
  };
}

type Tally = {
  readonly entries: Record<EntryKind, number>;
  readonly experiments: { started: number; concluded: number };
  readonly actions: { opened: number; closed: number };
};

function bucketsIn(entries: readonly Entry[], window: Window, every: BucketLength): readonly Bucket[] {
  const tallies = new Map(bucketsOf(window, every).map(({ from }) => [from, emptyTally()]));
  const byDay = new Map<string, Tally | undefined>();
  const at = (date: string | undefined): Tally | undefined => {
    if (date === undefined || !isWithin(date, window)) {
      return undefined;
    }
    if (!byDay.has(date)) {
      byDay.set(date, tallies.get(bucketStart(date, every)));
    }
    return byDay.get(date);
  };
  for (const entry of entries) {
    const dated = at(entry.date);
    if (dated !== undefined) {
      dated.entries[entry.kind as EntryKind] += 1;
    }
    if (entry.kind === 'experiment') {
      const [began, ended] = [
        at(entry.started),
        entry.outcome === undefined ? undefined : at(entry.concluded),
      ];
      if (began !== undefined) {
        began.experiments.started += 1;
      }
      if (ended !== undefined) {
        ended.experiments.concluded += 1;
      }
    } else if (entry.kind === 'action') {
      if (dated !== undefined) {
        dated.actions.opened += 1;
      }
      const ended = at(closedOn(entry));
      if (ended !== undefined) {
        ended.actions.closed += 1;
      }
    }
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
