import * as l10n from '@vscode/l10n';
import type { Page } from '../format/parseFile.ts';
import { asksTheSame } from '../format/pulseData.ts';
import { activeWeeks } from './activePeople.ts';
import { DatedList } from './datedList.ts';
import { type Count, countOf, type Missing } from './figures.ts';
import { missingPart } from './part.ts';
import { datedIn, type Scene } from './scene.ts';
import type { Timeline } from './timeline.ts';
import type { Cadence, Safety } from './trends.ts';
import { daysBetween, daysUpTo, type Window, windowBefore } from './windows.ts';

const fourWeeks = 28;
const twentySixWeeks = 182;
const survey = 'psychological-safety';

/** Meetings of 26 weeks, and the days between them. A meeting is about the whole log. */
export function cadence(scene: Scene): Cadence | Missing {
  if (isPart(scene.log)) {
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

/** The newest round of the survey, as the mean of its items; a round with another wording is no comparison. */
export function psychologicalSafety({ log, end }: Scene): Safety | Missing {
  if (isPart(log)) {
    return missingPart(log.part);
  }
  const [newest, older] = roundsIn(log, { from: '', to: end })
    .slice(-2)
    .toReversed()
    .map(({ figures }) => figures);
  if (newest === undefined) {
    return { missing: l10n.t('not collected') };
  }
  return {
    value: meanOf(newest.means),
    max: newest.scale.to,
    n: newest.answers,
    ...(older !== undefined && asksTheSame(older, newest) ? { previous: meanOf(older.means) } : {}),
  };
}

/** The rounds of the survey in a window, the earliest first. */
export function roundsIn(log: Timeline, window: Window): readonly Page[] {
  return log.kept(rounds).within(window);
}

/** The rounds of every survey in a window, the earliest first. */
export function surveyRoundsIn(log: Timeline, window: Window): readonly Page[] {
  return log.kept(surveyRounds).within(window);
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function isPart({ part: { tag, area } }: Timeline): boolean {
  return tag !== undefined || area !== undefined;
}

function meetingsByDay({ pages }: Timeline): DatedList<Page> {
  return byDay(pages.filter(({ kind }) => kind === 'meeting'));
}

function rounds({ pages }: Timeline): DatedList<Page> {
  return byDay(pages.filter(({ figures }) => figures?.survey === survey));
}

function surveyRounds({ pages }: Timeline): DatedList<Page> {
  return byDay(pages.filter(({ figures }) => figures !== undefined));
}

/** Those of one day by path. */
function byDay(pages: readonly Page[]): DatedList<Page> {
  return new DatedList(
    pages.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    ({ date }) => date,
  );
}
