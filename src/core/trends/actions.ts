import * as l10n from '@vscode/l10n';
import { addDays } from '../dates.ts';
import type { Entry } from '../entries/entry.ts';
import { noteOf } from './countedEntries.ts';
import { DatedList } from './datedList.ts';
import {
  type DurationFigure,
  durationOf,
  type Ratio,
  ratioOf,
  type Share,
  shareOf,
  type Stretch,
} from './figures.ts';
import { datedIn, type Scene } from './scene.ts';
import type { Timeline } from './timeline.ts';
import type { Note } from './trends.ts';
import { daysBetween, daysUpTo, type Window } from './windows.ts';

const closedWithin = 30;
const openedUpTo = 120;
const thirteenWeeks = 91;

/** Actions opened 30 to 120 days ago that were closed within 30 days. */
export function followThrough(scene: Scene): Share {
  const followed = (end: string): Ratio => ratioOf(followableBy(scene, end), isFollowedThrough);
  return shareOf(followed(scene.end), followed(addDays(scene.end, -thirteenWeeks)));
}

/** Days from opening an action of 13 weeks to closing it. */
export function timeToClose(scene: Scene): DurationFigure {
  return durationOf(closingTimes(scene));
}

/** The actions opened 30 to 120 days before a day. */
export function followableBy(scene: Scene, end: string): readonly Entry[] {
  const window = { from: addDays(end, -openedUpTo), to: addDays(end, -closedWithin) };
  return datedIn(scene, 'action', window).filter((action) => !isUndated(action));
}

/** Whether an action was closed within 30 days of its opening. */
export function isFollowedThrough(action: Entry): boolean {
  const closed = closedOn(action);
  return closed !== undefined && daysBetween(action.date, closed) <= closedWithin;
}

/** How long each action of 13 weeks was, or is, open. */
export function closingTimes(scene: Scene): readonly (Stretch & { readonly entry: Entry })[] {
  return datedIn(scene, 'action', daysUpTo(scene.end, thirteenWeeks))
    .filter((action) => !isUndated(action))
    .map((entry) => {
      const closed = closedOn(entry);
      const ended = closed !== undefined && closed <= scene.end;
      return { entry, days: Math.max(0, daysBetween(entry.date, ended ? closed : scene.end)), ended };
    });
}

/**
 * The day on which an action was closed: done, or dropped with a reason. One that was opened again, or dropped
 * without a word, is open.
 */
export function closedOn({ status, closed, reason }: Entry): string | undefined {
  const isClosed = status === 'done' || (status === 'dropped' && (reason?.trim() ?? '') !== '');
  return isClosed ? closed : undefined;
}

/** Whether an action was open at the end of a day on or after its own. */
export function isOpenOn(action: Entry, day: string): boolean {
  const closed = closedOn(action);
  return !isUndated(action) && (closed === undefined || closed > day);
}

/** Actions by the day on which they were closed. */
export function closedIn({ log }: Scene, window: Window): readonly Entry[] {
  return log.kept(closedActions).within(window);
}

function closedActions(log: Timeline): DatedList<Entry> {
  return new DatedList(log.entriesOf('action'), closedOn);
}

/** Names the actions of which nobody can say when they were closed. */
export function undatedActions(log: Timeline): readonly Note[] {
  const paths = log
    .entriesOf('action')
    .filter(isUndated)
    .map(({ path }) => path)
    .sort();
  return noteOf('undated-action', paths, (n) =>
    l10n.t('Actions that were closed without a date, which are in no figure about closing: {0}.', n),
  );
}

function isUndated({ status, closed }: Entry): boolean {
  return (status === 'done' || status === 'dropped') && closed === undefined;
}
