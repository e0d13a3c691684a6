import type { Entry } from '../entries/entry.ts';
import { addDays } from '../dates.ts';
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
} from './figures.ts';
import { datedIn, idKey, type Scene } from './scene.ts';
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
  return shareOf(yieldIn(scene, window), yieldIn(scene, windowBefore(window)));
}

/** Days from a failure of 13 weeks to the first learning that came of it. */
export function timeToLearning(scene: Scene): DurationFigure {
  const links = learningLinks(scene);
  const failures = datedIn(scene, 'failure', daysUpTo(scene.end, thirteenWeeks));
  return durationOf(
    failures.map((failure) => {
      const learned = daysLearned(links, failure, scene.end)[0];
      return learned === undefined
        ? { days: daysBetween(failure.date, scene.end), ended: false }
        : // What a failure refers back to was known before it.
          { days: Math.max(0, daysBetween(failure.date, learned)), ended: true };
    }),
  );
}

function yieldIn(scene: Scene, { from, to }: Window): Ratio {
  const links = learningLinks(scene);
  const window = { from, to: addDays(to, -timeToLearn) };
  const sources = [...datedIn(scene, 'failure', window), ...concludedIn(scene, window)];
  return ratioOf(sources, (source) => daysLearned(links, source, to).length > 0);
}

/** Learnings by their own id and by every id that they name. */
interface LearningLinks {
  readonly byId: ReadonlyMap<string, Entry>;
  readonly naming: ReadonlyMap<string, readonly Entry[]>;
}

function learningLinks({ entries }: Scene): LearningLinks {
  const byId = new Map<string, Entry>();
  const naming = new Map<string, Entry[]>();
  for (const entry of entries.filter(({ kind }) => kind === 'learning')) {
    byId.set(idKey(entry.id), entry);
    for (const id of new Set(entry.links.map(idKey))) {
      const some = naming.get(id) ?? [];
      some.push(entry);
      naming.set(id, some);
    }
  }
  return { byId, naming };
}

/** The dates of the learnings that are linked to an entry, in either direction, up to a day; the first one first. */
function daysLearned({ byId, naming }: LearningLinks, entry: Entry, end: string): readonly string[] {
  const named = entry.links.flatMap((id) => byId.get(idKey(id)) ?? []);
  return [...named, ...(naming.get(idKey(entry.id)) ?? [])]
    .map(({ date }) => date)
    .filter((date) => date <= end)
    .sort();
}
