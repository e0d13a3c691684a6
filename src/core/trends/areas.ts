import { addDays } from '../dates.ts';
import { type Missing, type Ratio, type Share, shareOf } from './figures.ts';
import type { HistoryFacts } from './historyFacts.ts';
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
 * commits on at least 2 days. Only who was there 91 days before can have moved.
 */
export function internalMobility({ log, end }: Scene): Mobility | Missing {
  const { history, part } = log;
  if (part.tag !== undefined) {
    return missingPart(part);
  }
  if (history.state !== 'ok') {
    return missingHistory(history);
  }
  const window = daysUpTo(end, thirteenWeeks);
  const { established, known } = before(history.facts, window);
  const work = workIn(log, window);
  const areas = new Set<string>();
  let movers = 0;
  let people = 0;
  for (const [person, byArea] of work) {
    if (!established.has(person)) {
      continue;
    }
    people += 1;
    const found = [...byArea].filter(
      ([area, { commits, days }]) =>
        (part.area === undefined || area === part.area) &&
        commits >= commitsOfMove &&
        days.size >= daysOfMove &&
        known.get(person)?.has(area) !== true,
    );
    movers += found.length > 0 ? 1 : 0;
    found.forEach(([area]) => areas.add(area));
  }
  return { k: movers, n: people, items: [...areas].sort() };
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

/** What each person who was active in a window did in each area; an active person may have touched none. */
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

/** Who was active at least 91 days before a window, and what they touched in the year before it. */
function before(
  { commits }: HistoryFacts,
  { from }: Window,
): {
  readonly established: ReadonlySet<string>;
  readonly known: ReadonlyMap<string, ReadonlySet<string>>;
} {
  const established = new Set<string>();
  const known = new Map<string, Set<string>>();
  const [early, lastYear] = [addDays(from, -thirteenWeeks), addDays(from, -year)];
  for (const { day, people, areas } of commits.filter((commit) => commit.day < from)) {
    for (const person of people) {
      if (day <= early) {
        established.add(person);
      }
      if (day >= lastYear) {
        const some = known.get(person) ?? new Set<string>();
        areas.forEach((area) => some.add(area));
        known.set(person, some);
      }
    }
  }
  return { established, known };
}
