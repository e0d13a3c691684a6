import { addDays } from '../dates.ts';
import type { Entry } from '../entries/entry.ts';
import { DatedList } from './datedList.ts';
import type { CommitFact, HistoryFacts } from './historyFacts.ts';
import type { Scene } from './scene.ts';
import { commitsByDay, type Timeline } from './timeline.ts';
import type { Window } from './windows.ts';

const week = 7;

/** An entry and who wrote it. */
export interface Written {
  readonly entry: Entry;
  readonly authors: readonly string[];
}

/**
 * Everyone with a commit in a window, or with an entry that no minutes list.
 *
 * @param commits which of them count: those of the part, if not told otherwise
 */
export function activePeople(
  scene: Scene,
  window: Window,
  commits: (log: Timeline) => DatedList<CommitFact> = commitsByDay,
): ReadonlySet<string> {
  const active = new Set<string>();
  for (const { people } of scene.log.kept(commits).within(window)) {
    people.forEach((person) => active.add(person));
  }
  for (const { authors } of writtenIn(scene, window)) {
    authors.forEach((person) => active.add(person));
  }
  return active;
}

/**
 * The entries of a window whose authors can be told: what a meeting's minutes list, up to the end, is committed by
 * whoever facilitates, so nobody can be said to have written it.
 */
export function writtenIn({ log, end }: Scene, window: Window): readonly Written[] {
  return log
    .kept(authoredByDay)
    .within(window)
    .filter(({ minuted }) => minuted === undefined || minuted > end);
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
    weeks += activePeople(scene, { from: addDays(to, 1 - week), to }).size;
  }
  return weeks;
}

/** Who wrote an entry: whoever added its file, and the person here for one that is not committed. */
export function authorsOf({ path }: Pick<Entry, 'path'>, { files, me }: HistoryFacts): readonly string[] {
  return files.get(path)?.people ?? (me === undefined ? [] : [me]);
}

interface Authored extends Written {
  /** When minutes first list it. */
  readonly minuted: string | undefined;
}

/** The entries of a part with their authors; nobody where the history cannot be told. */
function authoredByDay({ entries, pages, history }: Timeline): DatedList<Authored> {
  const minuted = new Map<string, string>();
  for (const { date, minuted: paths = [] } of pages) {
    for (const path of paths) {
      const known = minuted.get(path);
      minuted.set(path, known === undefined || date < known ? date : known);
    }
  }
  const authored = entries.map((entry) => ({
    entry,
    authors: history.state === 'ok' ? authorsOf(entry, history.facts) : [],
    minuted: minuted.get(entry.path),
  }));
  return new DatedList(authored, ({ entry }) => entry.date);
}
