import { addDays } from '../dates.ts';
import type { Entry } from '../entries/entry.ts';
import type { DatedList } from './datedList.ts';
import type { CommitFact, HistoryFacts } from './historyFacts.ts';
import type { Scene } from './scene.ts';
import { allCommits, byDate, commitsByDay, minutedOn, remembering, type Timeline } from './timeline.ts';
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
 * Those of some people who were active on a day or before it: by any commit, or by an entry of the part. It goes back
 * only as far as it takes to find them.
 */
export function activeBy(scene: Scene, day: string, people: Iterable<string>): ReadonlySet<string> {
  const left = new Set(people);
  const found = new Set<string>();
  const take = (some: readonly string[]): void => {
    for (const person of some) {
      if (left.delete(person)) {
        found.add(person);
      }
    }
  };
  const until = { from: '', to: day };
  const commits = scene.log.kept(allCommits).within(until);
  for (let at = commits.length - 1; at >= 0 && left.size > 0; at -= 1) {
    take(commits[at]?.people ?? []);
  }
  if (left.size > 0) {
    writtenIn(scene, until).forEach(({ authors }) => take(authors));
  }
  return found;
}

/**
 * The entries of a window whose authors can be told: what a meeting's minutes list, up to the end, is committed by
 * whoever facilitates, so nobody can be said to have written it.
 */
export function writtenIn({ log, end }: Scene, window: Window): readonly Written[] {
  const minuted = log.kept(minutedOn);
  return log
    .kept(byDate)
    .within(window)
    .filter(({ path }) => (minuted.get(path) ?? '9') > end)
    .map(log.kept(writtenBy));
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

/** Tells who wrote an entry; nobody where the history cannot be told. */
function writtenBy({ history }: Timeline): (entry: Entry) => Written {
  return remembering((entry) => ({
    entry,
    authors: history.state === 'ok' ? authorsOf(entry, history.facts) : [],
  }));
}
