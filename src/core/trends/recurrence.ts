import type { Entry } from '../entries/entry.ts';
import { closedOn } from './actions.ts';
import { DatedList, put } from './datedList.ts';
import { tagKey } from './part.ts';
import type { Scene } from './scene.ts';
import { remembering, type Timeline } from './timeline.ts';
import type { Recurrence, Returned } from './trends.ts';
import { daysUpTo } from './windows.ts';

const twentySixWeeks = 182;

/** An action that was closed or something that was learned, and the day from which on it counts. */
export interface Settled {
  readonly entry: Entry;
  readonly day: string;
}

/** Closed actions and learnings of 26 weeks whose tag or place in the code comes back in a later failure. */
export function recurrence(scene: Scene): Recurrence {
  const settled = settledBy(scene);
  const items = settled.flatMap((one) => (hasReturned(scene, one) ? returnedIn(scene, one) : []));
  return { k: items.length, n: settled.length, items: items.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** What was settled in the 26 weeks, and has a tag or a place by which it could come back. */
export function settledBy({ log, end }: Scene): readonly Settled[] {
  return log.kept(settledByDay).within(daysUpTo(end, twentySixWeeks));
}

/** Whether something that was settled came back in a failure after its day, up to the end. */
export function hasReturned({ log, end }: Scene, settled: Settled): boolean {
  const returned = log.kept(returnedOn)(settled);
  return returned !== undefined && returned <= end;
}

/** Tells when something that was settled first came back. */
function returnedOn(log: Timeline): (settled: Settled) => string | undefined {
  const failures = log.kept(failuresByTrait);
  return remembering(
    ({ entry, day }) =>
      traitsOf(entry)
        .flatMap(({ key }) => failures.get(key)?.dayAfter(day) ?? [])
        .sort()[0],
  );
}

function settledByDay({ entries }: Timeline): DatedList<Settled> {
  const settled = entries.flatMap((entry): Settled[] => {
    const day =
      entry.kind === 'learning' ? entry.date : entry.kind === 'action' ? closedOn(entry) : undefined;
    return day === undefined || traitsOf(entry).length === 0 ? [] : [{ entry, day }];
  });
  return new DatedList(settled, ({ day }) => day);
}

/** All failures by the tags and paths that they have. */
function failuresByTrait({ whole }: Timeline): ReadonlyMap<string, DatedList<Entry>> {
  const byTrait = new Map<string, Entry[]>();
  for (const entry of whole) {
    if (entry.kind === 'failure') {
      traitsOf(entry).forEach(({ key }) => put(byTrait, key, entry));
    }
  }
  return new Map([...byTrait].map(([key, some]) => [key, new DatedList(some, ({ date }) => date)]));
}

function returnedIn({ log, end }: Scene, { entry, day }: Settled): Returned {
  const failures = log.kept(failuresByTrait);
  const later = new Map<string, Entry>();
  const shared: string[] = [];
  for (const { key, shown } of traitsOf(entry)) {
    const again = (failures.get(key)?.within({ from: day, to: end }) ?? []).filter(({ date }) => date > day);
    again.forEach((failure) => later.set(failure.id, failure));
    if (again.length > 0) {
      shared.push(shown);
    }
  }
  const found = [...later.values()].toSorted((a, b) =>
    a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1,
  );
  return { id: entry.id, failures: found.map(({ id }) => id), shared };
}

/** The tags and the files of an entry, each once. */
function traitsOf({ tags, code }: Entry): readonly { readonly key: string; readonly shown: string }[] {
  const traits = new Map<string, string>();
  for (const tag of tags) {
    traits.set(`#${tagKey(tag)}`, tag);
  }
  for (const { path } of code) {
    traits.set(`/${path}`, path);
  }
  return [...traits].map(([key, shown]) => ({ key, shown }));
}
