import type { Page } from '../format/parseFile.ts';
import { activeWeeks } from './activePeople.ts';
import { DatedList } from './datedList.ts';
import { type Count, countOf, type Missing } from './figures.ts';
import { isPart, missingPart } from './part.ts';
import { datedIn, type Scene } from './scene.ts';
import type { Timeline } from './timeline.ts';
import type { Cadence } from './trends.ts';
import { daysBetween, daysUpTo, type Window, windowBefore } from './windows.ts';

const fourWeeks = 28;
const twentySixWeeks = 182;

/** Meetings of 26 weeks, and the days between them. A meeting is about the whole log. */
export function cadence(scene: Scene): Cadence | Missing {
  if (isPart(scene.log.part)) {
    return missingPart(scene.log.part);
  }
  const days = meetingsBy(scene).map(({ date }) => date);
  return {
    meetings: days.length,
    daysBetween: days.slice(1).map((day, at) => daysBetween(days[at] ?? day, day)),
  };
}

/** The meetings of 26 weeks, the earliest first. */
export function meetingsBy({ log, end }: Scene): readonly Page[] {
  return meetingsIn(log, daysUpTo(end, twentySixWeeks));
}

/** The meetings in a window, the earliest first; those of one day by path. */
export function meetingsIn(log: Timeline, window: Window): readonly Page[] {
  return log.kept(meetingsByDay).within(window);
}

/** Thanks of 4 weeks. */
export function recognition(scene: Scene): Count {
  const window = daysUpTo(scene.end, fourWeeks);
  const thanks = (within: Window): number => datedIn(scene, 'kudos', within).length;
  return countOf(thanks(window), thanks(windowBefore(window)), activeWeeks(scene, window));
}

function meetingsByDay({ pages }: Timeline): DatedList<Page> {
  return new DatedList(
    pages.filter(({ kind }) => kind === 'meeting').toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    ({ date }) => date,
  );
}
