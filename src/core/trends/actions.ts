import * as l10n from '@vscode/l10n';
import { addDays } from '../dates.ts';
import type { Entry } from '../entries/entry.ts';
import { noteOf } from './countedEntries.ts';
import { type DurationFigure, durationOf, type Ratio, ratioOf, type Share, shareOf } from './figures.ts';
import { datedIn, type Scene } from './scene.ts';
import type { Note } from './trends.ts';
import { daysBetween, daysUpTo } from './windows.ts';

const closedWithin = 30;
const openedUpTo = 120;
const thirteenWeeks = 91;

/** Actions opened 30 to 120 days ago that were closed within 30 days. */
export function followThrough(scene: Scene): Share {
  return shareOf(
    followedThrough(scene, scene.end),
    followedThrough(scene, addDays(scene.end, -thirteenWeeks)),
  );
}

/** Days from opening an action of 13 weeks to closing it. */
export function timeToClose(scene: Scene): DurationFigure {
  const actions = datedIn(scene, 'action', daysUpTo(scene.end, thirteenWeeks)).filter(
    (action) => !isUndated(action),
  );
  return durationOf(
    actions.map((action) => {
      const closed = closedOn(action);
      const ended = closed !== undefined && closed <= scene.end;
      return { days: Math.max(0, daysBetween(action.date, ended ? closed : scene.end)), ended };
    }),
  );
}

/**
 * The day on which an action was closed: done, or dropped with a reason. One that was opened again, or dropped
 * without a word, is open.
 */
export function closedOn({ status, closed, reason }: Entry): string | undefined {
  const isClosed = status === 'done' || (status === 'dropped' && (reason?.trim() ?? '') !== '');
  return isClosed ? closed : undefined;
}

/** Names the actions of which nobody can say when they were closed. */
export function undatedActions({ entries }: Scene): readonly Note[] {
  const paths = entries
    .filter((entry) => entry.kind === 'action' && isUndated(entry))
    .map(({ path }) => path);
  return noteOf('undated-action', paths, (n) =>
    l10n.t('Actions that were closed without a date, which are in no figure about closing: {0}.', n),
  );
}

function followedThrough(scene: Scene, end: string): Ratio {
  const window = { from: addDays(end, -openedUpTo), to: addDays(end, -closedWithin) };
  const actions = datedIn(scene, 'action', window).filter((action) => !isUndated(action));
  return ratioOf(actions, (action) => {
    const closed = closedOn(action);
    return closed !== undefined && daysBetween(action.date, closed) <= closedWithin;
  });
}

function isUndated({ status, closed }: Entry): boolean {
  return (status === 'done' || status === 'dropped') && closed === undefined;
}
