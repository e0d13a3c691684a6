import type { Entry } from '../entries/entry.ts';
import type { HistoryFacts } from './historyFacts.ts';
import type { Scene } from './scene.ts';
import { addDays } from '../dates.ts';
import { isWithin, type Window } from './windows.ts';

const week = 7;

/** Everyone with a commit or an entry in a window. */
export function activePeople(scene: Scene, facts: HistoryFacts, window: Window): ReadonlySet<string> {
  const active = new Set<string>();
  for (const { day, people } of facts.commits) {
    if (isWithin(day, window)) {
      people.forEach((person) => active.add(person));
    }
  }
  for (const entry of scene.entries) {
    if (isWithin(entry.date, window)) {
      authorsOf(entry, facts).forEach((person) => active.add(person));
    }
  }
  return active;
}

/**
 * Weeks in which somebody was active, added up over people: each 7 days of the window, counted from its end.
 * `undefined` where the history does not say.
 */
export function activeWeeks(scene: Scene, window: Window): number | undefined {
  if (scene.history.state !== 'ok') {
    return undefined;
  }
  let weeks = 0;
  for (let to = window.to; to >= window.from; to = addDays(to, -week)) {
    weeks += activePeople(scene, scene.history.facts, { from: addDays(to, 1 - week), to }).size;
  }
  return weeks;
}

/** Who wrote an entry: whoever added its file, and the person here for one that is not committed. */
export function authorsOf({ path }: Pick<Entry, 'path'>, { files, me }: HistoryFacts): readonly string[] {
  return files.get(path)?.people ?? (me === undefined ? [] : [me]);
}

/**
 * The paths of all files that a meeting's minutes list, up to a day: whoever facilitates commits them, so nobody can
 * be said to have written them.
 */
export function minutedPaths({ pages, end }: Scene): ReadonlySet<string> {
  return new Set(pages.flatMap(({ date, minuted = [] }) => (date <= end ? minuted : [])));
}
