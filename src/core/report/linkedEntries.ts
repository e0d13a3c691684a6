import type { Entry } from '../entries/entry.ts';
import { idKey } from '../trends/idKey.ts';
import type { Timeline } from '../trends/timeline.ts';

/** Entries that are linked to one, in either direction, each once, the earliest first. */
export function linkedEntries(entry: Entry, log: Timeline): readonly Entry[] {
  const byId = log.kept(entriesById);
  const named = entry.links.flatMap((id) => byId.get(idKey(id)) ?? []);
  const naming = log.naming.get(entry.id);
  return [...new Set([...named, ...naming])].filter((other) => other !== entry).toSorted(compare);
}

/** The entries that count, by their id as `idKey` has it. */
export function entriesById({ whole }: Timeline): ReadonlyMap<string, Entry> {
  return new Map(whole.map((entry) => [idKey(entry.id), entry]));
}

function compare(a: Entry, b: Entry): number {
  return a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1;
}
