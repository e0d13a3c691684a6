import type { Entry } from '../entries/entry.ts';
import { closedIn, closedOn } from './actions.ts';
import { put } from '../put.ts';
import { DatedList, type Order } from './datedList.ts';
import { tagKey } from './part.ts';
import { datedIn, type Scene } from './scene.ts';
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
  const window = daysUpTo(end, twentySixWeeks);
  return [...datedIn({ log, end }, 'learning', window), ...closedIn({ log, end }, window)]
    .filter(({ tags, code }) => tags.length + code.length > 0)
    .map((entry) => ({ entry, day: settledOn(entry) ?? '' }));
}

function settledOn(entry: Entry): string | undefined {
  return entry.kind === 'learning' ? entry.date : closedOn(entry);
}

/** Whether something that was settled came back in a failure after its day, up to the end. */
export function hasReturned({ log, end }: Scene, { entry }: Settled): boolean {
  const returned = log.kept(returnedOn)(entry);
  return returned !== undefined && returned <= end;
}

/** Tells when something that was settled first came back. */
function returnedOn(log: Timeline): (entry: Entry) => string | undefined {
  const failures = log.kept(failuresByTrait);
  return remembering((entry) => {
    const day = settledOn(entry) ?? '';
    return traitsOf(entry)
      .flatMap(({ key }) => failures.firstAfter(day, key)?.date ?? [])
      .sort()[0];
  });
}

/** All failures by the tags and paths that they have, as far back as anybody asked. */
class FailuresByTrait {
  /** The latest failure first. */
  readonly #failures: readonly Entry[];
  /** Of each trait the latest first. */
  readonly #byTrait = new Map<string, Entry[]>();
  #taken = 0;

  constructor(failures: readonly Entry[], order: Order | undefined) {
    this.#failures = new DatedList(failures, ({ date }) => date, order).latestFirst;
  }

  /** The first with a trait that came after a day. */
  firstAfter(day: string, trait: string): Entry | undefined {
    const all = this.#since(day, trait);
    return all[countAfter(all, day) - 1];
  }

  /** All with a trait that came after a day, and not after another, the earliest first. */
  within(day: string, end: string, trait: string): readonly Entry[] {
    const all = this.#since(day, trait);
    return all.slice(countAfter(all, end), countAfter(all, day)).toReversed();
  }

  /** At least those that came after a day, the latest first. */
  #since(day: string, trait: string): readonly Entry[] {
    // Mostly what is new is asked for, and a log may be old.
    for (; (this.#failures[this.#taken]?.date ?? '') > day; this.#taken += 1) {
      const failure = this.#failures[this.#taken] as Entry;
      traitsOf(failure).forEach(({ key }) => put(this.#byTrait, key, failure));
    }
    return this.#byTrait.get(trait) ?? [];
  }
}

/** How many are later than a day, of some of which the latest are first. */
function countAfter(all: readonly Entry[], day: string): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.date ?? '') > day) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function failuresByTrait(log: Timeline): FailuresByTrait {
  return new FailuresByTrait(log.allOf('failure'), log.order);
}

function returnedIn({ log, end }: Scene, { entry, day }: Settled): Returned {
  const failures = log.kept(failuresByTrait);
  const later = new Set<Entry>();
  const shared: string[] = [];
  for (const { key, shown } of traitsOf(entry)) {
    const again = failures.within(day, end, key);
    again.forEach((failure) => later.add(failure));
    if (again.length > 0) {
      shared.push(shown);
    }
  }
  const found = [...later].toSorted((a, b) =>
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
