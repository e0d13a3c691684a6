import { addDays } from '../dates.ts';
import type { Entry } from '../entries/entry.ts';
import { activeWeeks } from './activePeople.ts';
import { concludedIn } from './experiments.ts';
import {
  type Count,
  countOf,
  type DurationFigure,
  durationOf,
  type Ratio,
  ratioOf,
  type Share,
  shareOf,
  type Stretch,
} from './figures.ts';
import { IdLists } from './idLists.ts';
import { datedIn, type Scene } from './scene.ts';
import { remembering, type Timeline } from './timeline.ts';
import { daysBetween, daysUpTo, type Window, windowBefore } from './windows.ts';

const fourWeeks = 28;
const thirteenWeeks = 91;
const timeToLearn = 14;

/** Learnings of 4 weeks. */
export function learningRate(scene: Scene): Count {
  const window = daysUpTo(scene.end, fourWeeks);
  const learned = (within: Window): number => datedIn(scene, 'learning', within).length;
  return countOf(learned(window), learned(windowBefore(window)), activeWeeks(scene, window));
}

/** Failures and concluded experiments of 13 weeks, at least 14 days before their end, that a learning came of. */
export function learningYield(scene: Scene): Share {
  const window = daysUpTo(scene.end, thirteenWeeks);
  const yieldIn = (within: Window): Ratio =>
    ratioOf(learnableIn(scene, within), (source) => isLearnedBy(scene, source, within.to));
  return shareOf(yieldIn(window), yieldIn(windowBefore(window)));
}

/** Days from a failure of 13 weeks to the first learning that came of it. */
export function timeToLearning(scene: Scene): DurationFigure {
  return durationOf(learningTimes(scene));
}

/** What a learning can be expected of in a window: what is 14 days old at its end. */
export function learnableIn(scene: Scene, { from, to }: Window): readonly Entry[] {
  const window = { from, to: addDays(to, -timeToLearn) };
  return [...datedIn(scene, 'failure', window), ...concludedIn(scene, window)];
}

/** Whether a learning that is linked to an entry, in either direction, was there on a day. */
export function isLearnedBy({ log }: Scene, source: Entry, day: string): boolean {
  const learned = log.kept(learnedOn)(source);
  return learned !== undefined && learned <= day;
}

/** How long each failure of 13 weeks took, or takes, to the first learning. */
export function learningTimes(scene: Scene): readonly (Stretch & { readonly entry: Entry })[] {
  const learnedFrom = scene.log.kept(learnedOn);
  return datedIn(scene, 'failure', daysUpTo(scene.end, thirteenWeeks)).map((entry) => {
    const learned = learnedFrom(entry);
    return learned === undefined || learned > scene.end
      ? { entry, days: daysBetween(entry.date, scene.end), ended: false }
      : // What a failure refers back to was known before it.
        { entry, days: Math.max(0, daysBetween(entry.date, learned)), ended: true };
  });
}

/** Tells when the first learning came that is linked to an entry, in either direction. */
function learnedOn(log: Timeline): (source: Entry) => string | undefined {
  const learnings = new IdLists<Entry>();
  log.allOf('learning').forEach((entry) => learnings.add(entry.id, entry));
  const { naming } = log;
  return remembering(({ id, links }) => {
    const named = links.flatMap((link) => learnings.get(link));
    const linked = naming.get(id).filter(({ kind }) => kind === 'learning');
    return [...named, ...linked].map(({ date }) => date).sort()[0];
  });
}
