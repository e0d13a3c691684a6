import type { Entry } from '../entries/entry.ts';
import { closedOn } from './actions.ts';
import type { Scene } from './scene.ts';
import type { Recurrence, Returned } from './trends.ts';
import { daysUpTo, isWithin } from './windows.ts';

const twentySixWeeks = 182;

/** Closed actions and learnings of 26 weeks whose tag or place in the code comes back in a later failure. */
export function recurrence(scene: Scene): Recurrence {
  const window = daysUpTo(scene.end, twentySixWeeks);
  const failures = failuresByTrait(scene);
  const settled = scene.entries.flatMap((entry) => {
    const day =
      entry.kind === 'learning' ? entry.date : entry.kind === 'action' ? closedOn(entry) : undefined;
    const counts = day !== undefined && isWithin(day, window) && traitsOf(entry).length > 0;
    return counts ? [{ entry, day }] : [];
  });
  const items = settled.flatMap(({ entry, day }) => returnedIn(entry, day, failures) ?? []);
  return { k: items.length, n: settled.length, items: items.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** Failures up to the end by the tags and paths that they have, the earliest first. */
function failuresByTrait({ entries, end }: Scene): ReadonlyMap<string, readonly Entry[]> {
  const failures = entries
    .filter(({ kind, date }) => kind === 'failure' && date <= end)
    .toSorted((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1));
  const byTrait = new Map<string, Entry[]>();
  for (const failure of failures) {
    for (const { key } of traitsOf(failure)) {
      const some = byTrait.get(key) ?? [];
      some.push(failure);
      byTrait.set(key, some);
    }
  }
  return byTrait;
}

function returnedIn(
  entry: Entry,
  day: string,
  failures: ReadonlyMap<string, readonly Entry[]>,
): Returned | undefined {
  const later = new Map<string, Entry>();
  const shared: string[] = [];
  for (const { key, shown } of traitsOf(entry)) {
    const again = (failures.get(key) ?? []).filter(({ date }) => date > day);
    again.forEach((failure) => later.set(failure.id, failure));
    if (again.length > 0) {
      shared.push(shown);
    }
  }
  const found = [...later.values()].toSorted((a, b) =>
    a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1,
  );
  return found.length === 0 ? undefined : { id: entry.id, failures: found.map(({ id }) => id), shared };
}

/** The tags and the files of an entry, each once. */
function traitsOf({ tags, code }: Entry): readonly { readonly key: string; readonly shown: string }[] {
  const traits = new Map<string, string>();
  for (const tag of tags) {
    traits.set(`#${tag.trim().toLowerCase()}`, tag);
  }
  for (const { path } of code) {
    traits.set(`/${path}`, path);
  }
  return [...traits].map(([key, shown]) => ({ key, shown }));
}
