import { addDays } from '../dates.ts';
import { authorsOf } from './activePeople.ts';
import { type Missing, type Ratio, ratioOf, type Share, shareOf } from './figures.ts';
import type { HistoryFacts } from './historyFacts.ts';
import { missingHistory } from './missingHistory.ts';
import { idKey, type Scene } from './scene.ts';
import { daysUpTo, isWithin, type Window, windowBefore } from './windows.ts';

const thirteenWeeks = 91;
const age = 28;

/** Of the entries of 13 weeks that are at least 28 days old, those that somebody else came back to. */
export function reuse(scene: Scene): Share | Missing {
  const { history } = scene;
  if (history.state !== 'ok') {
    return missingHistory(history);
  }
  const window = daysUpTo(scene.end, thirteenWeeks);
  return shareOf(
    reusedIn(scene, history.facts, window),
    reusedIn(scene, history.facts, windowBefore(window)),
  );
}

/** Entries that came out of a meeting have no author of their own, so nobody else can be told from them. */
function reusedIn(scene: Scene, facts: HistoryFacts, { from, to }: Window): Ratio {
  const made = madeInMeetings(scene);
  const referring = referencesUpTo(scene, facts, to);
  const old = scene.entries.filter(
    (entry) =>
      isWithin(entry.date, { from, to: addDays(to, -age) }) &&
      !made.has(entry.path) &&
      authorsOf(entry, facts).length > 0,
  );
  return ratioOf(old, (entry) => {
    const authors = new Set(authorsOf(entry, facts));
    const others = [
      ...(referring.byId.get(idKey(entry.id)) ?? []),
      ...(referring.byPath.get(entry.path) ?? []),
    ];
    return others.some((person) => !authors.has(person));
  });
}

/** Who refers to an entry, by its id or by its path. */
interface References {
  readonly byId: ReadonlyMap<string, ReadonlySet<string>>;
  readonly byPath: ReadonlyMap<string, ReadonlySet<string>>;
}

function referencesUpTo({ entries, pages }: Scene, facts: HistoryFacts, end: string): References {
  const byId = new Map<string, Set<string>>();
  const byPath = new Map<string, Set<string>>();
  const note = (map: Map<string, Set<string>>, key: string, people: readonly string[]): void => {
    const some = map.get(key) ?? new Set();
    people.forEach((person) => some.add(person));
    map.set(key, some);
  };
  for (const entry of entries.filter(({ date }) => date <= end)) {
    const people = authorsOf(entry, facts);
    entry.links.forEach((id) => note(byId, idKey(id), people));
  }
  for (const page of pages.filter(({ date }) => date <= end)) {
    const people = authorsOf(page, facts);
    page.minuted?.forEach((path) => note(byPath, path, people));
  }
  for (const { id, people } of facts.mentions.filter(({ day }) => day <= end)) {
    note(byId, id, people);
  }
  return { byId, byPath };
}

/** What minutes list and is not older than the meeting. */
function madeInMeetings({ entries, pages }: Scene): ReadonlySet<string> {
  const dates = new Map(entries.map(({ path, date }) => [path, date]));
  return new Set(
    pages.flatMap(({ date, minuted = [] }) => minuted.filter((path) => (dates.get(path) ?? '') >= date)),
  );
}
