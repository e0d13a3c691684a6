import { addDays } from '../dates.ts';
import { activeBy, activePeople } from './activePeople.ts';
import { type Missing, type Ratio, type Share, shareOf } from './figures.ts';
import { missingHistory } from './missingHistory.ts';
import { missingPart } from './part.ts';
import type { Scene } from './scene.ts';
import { allCommits, commitsByDay, type Timeline } from './timeline.ts';
import type { Mobility } from './trends.ts';
import { daysUpTo, type Window, windowBefore } from './windows.ts';

const thirteenWeeks = 91;
const leastCommits = 5;
const year = 365;
const commitsOfMove = 3;
const daysOfMove = 2;

/** Of the areas with at least 5 commits in 13 weeks, those that at least two people worked on. */
export function sharedAreas({ log, end }: Scene): Share | Missing {
  const { history, part } = log;
  if (part.tag !== undefined) {
    return missingPart(part);
  }
  if (history.state !== 'ok') {
    return missingHistory(history);
  }
  const window = daysUpTo(end, thirteenWeeks);
  return shareOf(sharedIn(log, window), sharedIn(log, windowBefore(window)));
}

/**
 * People who found their way, in 13 weeks, into an area that they had not touched for a year: with at least 3
 * commits on at least 2 days. Only who was active 91 days before that, or earlier, can have moved.
 */
export function internalMobility(scene: Scene): Mobility | Missing {
  const { log, end } = scene;
  const { history, part } = log;
  if (part.tag !== undefined) {
    return missingPart(part);
  }
  if (history.state !== 'ok') {
    return missingHistory(history);
  }
  const window = daysUpTo(end, thirteenWeeks);
  const people = activeBy(
    scene,
    addDays(window.from, -thirteenWeeks),
    activePeople(scene, window, allCommits),
  );
  const known = areasKnown(log, { from: addDays(window.from, -year), to: addDays(window.from, -1) });
  const work = workIn(log, window);
  const areas = new Set<string>();
  let movers = 0;
  for (const person of people) {
    const found = [...(work.get(person) ?? [])].filter(
      ([area, { commits, days }]) =>
        (part.area === undefined || area === part.area) &&
        commits >= commitsOfMove &&
        days.size >= daysOfMove &&
        known.get(person)?.has(area) !== true,
    );
    movers += found.length > 0 ? 1 : 0;
    found.forEach(([area]) => areas.add(area));
  }
  return { k: movers, n: people.size, items: [...areas].sort() };
}

/** How many areas are busy in a window, and how many of those are shared. */
export function sharedIn(log: Timeline, window: Window): Ratio {
  const { area: only } = log.part;
  const areas = new Map<string, { count: number; readonly people: Set<string> }>();
  for (const commit of log.kept(commitsByDay).within(window)) {
    for (const name of only === undefined ? commit.areas : [only]) {
      const area = areas.get(name) ?? { count: 0, people: new Set() };
      area.count += 1;
      commit.people.forEach((person) => area.people.add(person));
      areas.set(name, area);
    }
  }
  const busy = [...areas.values()].filter(({ count }) => count >= leastCommits);
  return { k: busy.filter(({ people }) => people.size >= 2).length, n: busy.length };
}

interface Work {
  commits: number;
  readonly days: Set<string>;
}

/** What each person did in each area in a window. */
function workIn(log: Timeline, window: Window): ReadonlyMap<string, ReadonlyMap<string, Work>> {
  const work = new Map<string, Map<string, Work>>();
  for (const { day, people, areas } of log.kept(allCommits).within(window)) {
    for (const person of people) {
      const byArea = work.get(person) ?? new Map<string, Work>();
      work.set(person, byArea);
      for (const area of areas) {
        const done = byArea.get(area) ?? { commits: 0, days: new Set() };
        done.commits += 1;
        done.days.add(day);
        byArea.set(area, done);
      }
    }
  }
  return work;
}

/** Which areas each person touched in a window. */
function areasKnown(log: Timeline, window: Window): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>();
  for (const { people, areas } of log.kept(allCommits).within(window)) {
    for (const person of people) {
      const some = known.get(person) ?? new Set<string>();
      areas.forEach((area) => some.add(area));
      known.set(person, some);
    }
  }
  return known;
}
