import { addDays } from '../dates.ts';
import type { Entry } from '../entries/entry.ts';
import { activeWeeks } from './activePeople.ts';
import { DatedList } from './datedList.ts';
import { type Count, countOf, type Missing, type Ratio, ratioOf, type Share, shareOf } from './figures.ts';
import { missingHistory } from './missingHistory.ts';
import type { Scene } from './scene.ts';
import type { Timeline } from './timeline.ts';
import type { ExperimentFlow } from './trends.ts';
import { daysBetween, daysUpTo, type Window, windowBefore } from './windows.ts';

const fourWeeks = 28;
const thirteenWeeks = 91;

/** From how many concluded experiments on a share of them is shown. */
export const leastSurprises = 8;

/** Experiments with any outcome that were concluded in 4 weeks. */
export function experimentationRate(scene: Scene): Count {
  const window = daysUpTo(scene.end, fourWeeks);
  const concluded = (within: Window): number => concludedIn(scene, within).length;
  return countOf(concluded(window), concluded(windowBefore(window)), activeWeeks(scene, window));
}

/** What was started in 13 weeks, what runs, and how much of what had 28 days was concluded. */
export function experimentFlow(scene: Scene): ExperimentFlow {
  const window = daysUpTo(scene.end, thirteenWeeks);
  const running = experimentsOf(scene)
    .filter((entry) => isRunning(entry, scene.end))
    .map(({ id, path, started: day, date }) => ({ id, path, days: daysBetween(day ?? date, scene.end) }))
    .toSorted((a, b) => b.days - a.days || (a.id < b.id ? -1 : 1));
  return {
    started: startedIn(scene, window).length,
    running: running.map(({ id, days }) => ({ id, days })),
    stale: staleOf(scene, running),
    concludedShare: shareOf(concludedOf(scene, window), concludedOf(scene, windowBefore(window))),
  };
}

/** What came out otherwise than expected, of what was concluded in 13 weeks. */
export function surpriseShare(scene: Scene): Share {
  const window = daysUpTo(scene.end, thirteenWeeks);
  const surprises = (within: Window): Ratio => ratioOf(concludedIn(scene, within), isSurprise);
  return shareOf(surprises(window), surprises(windowBefore(window)), leastSurprises);
}

/** Experiments with an outcome, by the day on which they were concluded. */
export function concludedIn({ log }: Scene, window: Window): readonly Entry[] {
  return log.kept(concludedExperiments).within(window);
}

/** Experiments by the day on which they were started. */
export function startedIn({ log }: Scene, window: Window): readonly Entry[] {
  return log.kept(startedExperiments).within(window);
}

/** Whether an experiment came out otherwise than its hypothesis, or showed nothing. */
export function isSurprise({ outcome }: Entry): boolean {
  return outcome === 'invalidated' || outcome === 'inconclusive';
}

/** Of those started in a window, at least 28 days before its end, how many were concluded by then. */
function concludedOf(scene: Scene, window: Window): Ratio {
  const old = startedIn(scene, window).filter(
    ({ started }) => started !== undefined && daysBetween(started, window.to) >= fourWeeks,
  );
  return ratioOf(old, (entry) => isConcludedBy(entry, window.to));
}

function experimentsOf({ log }: Pick<Scene, 'log'>): readonly Entry[] {
  return log.entriesOf('experiment');
}

function concludedExperiments(log: Timeline): DatedList<Entry> {
  return new DatedList(experimentsOf({ log }), ({ outcome, concluded }) =>
    outcome === undefined ? undefined : concluded,
  );
}

function startedExperiments(log: Timeline): DatedList<Entry> {
  return new DatedList(experimentsOf({ log }), ({ started }) => started);
}

function isConcludedBy({ outcome, concluded }: Entry, day: string): boolean {
  return outcome !== undefined && concluded !== undefined && concluded <= day;
}

/** Whether it ran at the end of a day. A conclusion that was taken back does not count. */
function isRunning({ status, started, date, concluded }: Entry, day: string): boolean {
  const begun = (started ?? date) <= day;
  return (
    begun && (status === 'running' || (status === 'concluded' && concluded !== undefined && concluded > day))
  );
}

function staleOf(
  { log: { history }, end }: Scene,
  running: readonly { readonly id: string; readonly path: string }[],
): readonly string[] | Missing {
  if (history.state !== 'ok') {
    return missingHistory(history);
  }
  const { files } = history.facts;
  const latest = addDays(end, -fourWeeks);
  return running
    .filter(({ path }) => {
      const { days = [], earlier = false } = files.get(path) ?? {};
      const edits = days.filter((day) => day <= end);
      // What is not committed yet is being written.
      return (edits.length > 0 || earlier) && edits.every((day) => day <= latest);
    })
    .map(({ id }) => id);
}
