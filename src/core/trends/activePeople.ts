import { addDays } from '../dates.ts';
import type { Entry } from '../entries/entry.ts';
import type { HistoryFacts } from './historyFacts.ts';
import type { Scene } from './scene.ts';
import { byDate, commitsByDay, type Timeline } from './timeline.ts';
import type { Window } from './windows.ts';

const week = 7;

/** Everyone with a commit or an entry in a window. */
export function activePeople({ log }: Scene, facts: HistoryFacts, window: Window): ReadonlySet<string> {
  const active = new Set<string>();
  for (const { people } of log.kept(commitsByDay).within(window)) {
    people.forEach((person) => active.add(person));
  }
  for (const entry of log.kept(byDate).within(window)) {
    authorsOf(entry, facts).forEach((person) => active.add(person));
  }
  return active;
}

/**
 * Weeks in which somebody was active, added up over people: each 7 days of the window, counted from its end.
 * `undefined` where the history does not say: commits have no tags.
 */
export function activeWeeks(scene: Scene, window: Window): number | undefined {
  const { history, part } = scene.log;
  if (history.state !== 'ok' || part.tag !== undefined) {
    return undefined;
  }
  let weeks = 0;
  for (let to = window.to; to >= window.from; to = addDays(to, -week)) {
    weeks += activePeople(scene, history.facts, { from: addDays(to, 1 - week), to }).size;
  }
  return weeks;
}

/** Who wrote an entry: whoever added its file, and the person here for one that is not committed. */
export function authorsOf({ path }: Pick<Entry, 'path'>, { files, me }: HistoryFacts): readonly string[] {
  return files.get(path)?.people ?? (me === undefined ? [] : [me]);
}

/**
 * Whether a meeting's minutes, up to a day, list a file: whoever facilitates commits it, so nobody can be said to
 * have written it.
 */
export function isMinuted({ log, end }: Scene, path: string): boolean {
  const day = log.kept(minutedOn).get(path);
  return day !== undefined && day <= end;
}

/** When the minutes of a meeting first list a file, by its path. */
function minutedOn({ pages }: Timeline): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const { date, minuted = [] } of pages) {
    for (const path of minuted) {
      const known = days.get(path);
      if (known === undefined || date < known) {
        days.set(path, date);
      }
    }
  }
  return days;
}
