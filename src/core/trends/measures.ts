import type { Entry } from '../entries/entry.ts';
import type { Page } from '../format/parseFile.ts';
import type { Interval } from '../statistics/interval.ts';
import { medianTime } from '../statistics/medianTime.ts';
import { poissonInterval } from '../statistics/poissonInterval.ts';
import { closingTimes, followableBy, isFollowedThrough } from './actions.ts';
import { writtenIn } from './activePeople.ts';
import { sharedIn } from './areas.ts';
import { concludedIn, isSurprise, leastSurprises, startedIn } from './experiments.ts';
import { type Ratio, ratioOf, shareOf, type Stretch } from './figures.ts';
import type { HistoryFacts } from './historyFacts.ts';
import { isLearnedBy, learnableIn, learningTimes } from './learning.ts';
import { meetingsBy } from './meetings.ts';
import { takingPart } from './participation.ts';
import { hasReturned, settledBy } from './recurrence.ts';
import { reusableIn } from './reuse.ts';
import { datedIn, type Scene } from './scene.ts';
import type { Gap, SeriesKey, SeriesUnit } from './series.ts';
import { spreadIn } from './spread.ts';
import { meanOf, roundsIn } from './surveys.ts';
import { daysUpTo, type Window } from './windows.ts';

/** What an indicator is on one day, without the days. */
export interface Reading {
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly k?: number;
  readonly n?: number;
  readonly gap?: Gap;
}

/** A file that a figure is made from, and whether it is one of those that are counted among all. */
export interface Evidence {
  readonly file: Entry | Page;
  readonly counts: boolean;
}

/** How an indicator is read at the end of a day, and what it is read from. */
export interface Measure {
  readonly unit: SeriesUnit;
  /** @param from the first day of the bucket: what a survey says, it says of the bucket alone */
  readonly read: (scene: Scene, from: string) => Reading;
  /** In no particular order; none where commits alone tell it. */
  readonly behind: (scene: Scene, from: string) => readonly Evidence[];
}

const [fourWeeks, thirteenWeeks] = [28, 91];

/** How each indicator that is drawn is read. It shares with the indicator itself what is counted. */
export const measures: Readonly<Record<SeriesKey, Measure>> = {
  experimentationRate: counting((scene) => concludedIn(scene, daysUpTo(scene.end, fourWeeks))),
  experimentFlow: counting((scene) => startedIn(scene, daysUpTo(scene.end, thirteenWeeks))),
  surpriseShare: sharing(
    (scene) =>
      concludedIn(scene, daysUpTo(scene.end, thirteenWeeks)).map((file) => ({
        file,
        counts: isSurprise(file),
      })),
    leastSurprises,
  ),
  learningRate: counting((scene) => datedIn(scene, 'learning', daysUpTo(scene.end, fourWeeks))),
  learningYield: sharing((scene) =>
    learnableIn(scene, daysUpTo(scene.end, thirteenWeeks)).map((file) => ({
      file,
      counts: isLearnedBy(scene, file, scene.end),
    })),
  ),
  timeToLearning: lasting(learningTimes),
  followThrough: sharing((scene) =>
    followableBy(scene, scene.end).map((file) => ({ file, counts: isFollowedThrough(file) })),
  ),
  timeToClose: lasting(closingTimes),
  recurrence: sharing((scene) =>
    settledBy(scene).map((settled) => ({ file: settled.entry, counts: hasReturned(scene, settled) })),
  ),
  participation: {
    unit: 'share',
    read: withHistory((scene, facts) => share(takingPart(scene, facts, daysUpTo(scene.end, fourWeeks)))),
    behind: (scene) => {
      const window = daysUpTo(scene.end, fourWeeks);
      return all(new Set([...writtenFiles(scene, window), ...datedIn(scene, 'kudos', window)]));
    },
  },
  spread: {
    unit: 'index',
    read: withHistory((scene) => {
      const { value, n } = spreadIn(scene, daysUpTo(scene.end, thirteenWeeks));
      return value === null ? nothing : { value, interval: null, n };
    }),
    behind: (scene) => all(writtenFiles(scene, daysUpTo(scene.end, thirteenWeeks))),
  },
  reuse: sharing((scene) =>
    reusableIn(scene, daysUpTo(scene.end, thirteenWeeks)).map(({ entry, reused }) => ({
      file: entry,
      counts: reused !== undefined && reused <= scene.end,
    })),
  ),
  sharedAreas: {
    unit: 'share',
    read: ({ log, end }) => share(sharedIn(log, daysUpTo(end, thirteenWeeks))),
    behind: () => [],
  },
  psychologicalSafety: {
    unit: 'score',
    read: ({ log, end }, from) => {
      const round = roundsIn(log, { from, to: end }).at(-1)?.figures;
      return round === undefined ? nothing : { value: meanOf(round), interval: null };
    },
    behind: ({ log, end }, from) => all(roundsIn(log, { from, to: end }).slice(-1)),
  },
  recognition: counting((scene) => datedIn(scene, 'kudos', daysUpTo(scene.end, fourWeeks))),
  cadence: {
    unit: 'count',
    read: (scene) => ({ value: meetingsBy(scene).length, interval: null }),
    behind: (scene) => all(meetingsBy(scene)),
  },
};

const nothing: Reading = { value: null, interval: null, n: 0, gap: 'nothing' };

function counting(entries: (scene: Scene) => readonly Entry[]): Measure {
  return {
    unit: 'count',
    read: (scene) => {
      const value = entries(scene).length;
      return { value, interval: poissonInterval(value) };
    },
    behind: (scene) => all(entries(scene)),
  };
}

function sharing(evidence: (scene: Scene) => readonly Evidence[], least?: number): Measure {
  return {
    unit: 'share',
    read: (scene) =>
      share(
        ratioOf(evidence(scene), ({ counts }) => counts),
        least,
      ),
    behind: evidence,
  };
}

function lasting(stretches: (scene: Scene) => readonly (Stretch & { readonly entry: Entry })[]): Measure {
  return {
    unit: 'days',
    read: (scene) => {
      const some = stretches(scene).map(({ days, ended }) => ({ time: days, ended }));
      const median = medianTime(some);
      const n = some.length;
      return n === 0
        ? nothing
        : { value: median ?? null, interval: null, n, ...(median === undefined ? { gap: 'open' } : {}) };
    },
    behind: (scene) => stretches(scene).map(({ entry, ended }) => ({ file: entry, counts: ended })),
  };
}

function share({ k, n }: Ratio, least?: number): Reading {
  const { interval } = shareOf({ k, n }, { k: 0, n: 0 }, least);
  return interval === null
    ? { value: null, interval, k, n, gap: n === 0 ? 'nothing' : 'few' }
    : { value: k / n, interval, k, n };
}

function withHistory(read: (scene: Scene, facts: HistoryFacts) => Reading): Measure['read'] {
  return (scene) => (scene.log.history.state === 'ok' ? read(scene, scene.log.history.facts) : nothing);
}

function writtenFiles(scene: Scene, window: Window): readonly Entry[] {
  return writtenIn(scene, window).map(({ entry }) => entry);
}

function all(files: Iterable<Entry | Page>): readonly Evidence[] {
  return [...files].map((file) => ({ file, counts: true }));
}
