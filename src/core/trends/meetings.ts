import * as l10n from '@vscode/l10n';
import type { Missing } from './figures.ts';
import { type Count, countOf } from './figures.ts';
import { datedIn, type Scene } from './scene.ts';
import type { Cadence, Safety } from './trends.ts';
import { daysBetween, daysUpTo, isWithin, type Window, windowBefore } from './windows.ts';

const fourWeeks = 28;
const twentySixWeeks = 182;
const survey = 'psychological-safety';

/** Meetings of 26 weeks, and the days between them. */
export function cadence({ pages, end }: Scene): Cadence {
  const window = daysUpTo(end, twentySixWeeks);
  const days = pages
    .filter(({ kind, date }) => kind === 'meeting' && isWithin(date, window))
    .map(({ date }) => date)
    .sort();
  return {
    meetings: days.length,
    daysBetween: days.slice(1).map((day, at) => daysBetween(days[at] ?? day, day)),
  };
}

/** Thanks of 4 weeks. */
export function recognition(scene: Scene): Count {
  const window = daysUpTo(scene.end, fourWeeks);
  const thanks = (within: Window): number => datedIn(scene, 'kudos', within).length;
  return countOf(thanks(window), thanks(windowBefore(window)));
}

/** The newest round of the survey, as the mean of its items; a round with another wording is no comparison. */
export function psychologicalSafety({ pages, end }: Scene): Safety | Missing {
  const rounds = pages
    .filter(({ date }) => date <= end)
    .toSorted((a, b) => (a.date === b.date ? (a.path < b.path ? 1 : -1) : a.date < b.date ? 1 : -1))
    .flatMap(({ figures }) => (figures?.survey === survey ? [figures] : []));
  const [newest, older] = rounds;
  if (newest === undefined) {
    return { missing: l10n.t('not collected') };
  }
  const comparable =
    older?.wording === newest.wording &&
    older.scale.from === newest.scale.from &&
    older.scale.to === newest.scale.to &&
    older.means.length === newest.means.length;
  return {
    value: meanOf(newest.means),
    max: newest.scale.to,
    n: newest.answers,
    ...(comparable ? { previous: meanOf(older.means) } : {}),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
