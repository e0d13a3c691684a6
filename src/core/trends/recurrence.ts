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
  /** Those that were taken: the latest first, those of one day by falling id. */
  readonly #taken: Entry[] = [];
  /** Of each trait their places among those, the first first. */
  readonly #byTrait = new Map<string, number[]>();

  constructor(failures: readonly Entry[], order: Order | undefined) {
    this.#failures = new DatedList(failures, ({ date }) => date, order).latestFirst;
  }

  /** The first with a trait that came after a day. */
  firstAfter(day: string, trait: string): Entry | undefined {
    const all = this.#since(day, trait);
    return this.#taken[all[this.#countAfter(all, day) - 1] ?? -1];
  }

  /** The places of all with a trait that came after a day, and not after another. */
  within(day: string, end: string, trait: string): readonly number[] {
    const all = this.#since(day, trait);
    return all.slice(this.#countAfter(all, end), this.#countAfter(all, day));
  }

  /** The failures at some places, the earliest first, those of one day by id. */
  at(places: Iterable<number>): readonly Entry[] {
    const rising = [...Int32Array.from(places).sort()];
    return rising.map((place) => this.#taken[place] as Entry).toReversed();
  }

  /** The places of at least those that came after a day. */
  #since(day: string, trait: string): readonly number[] {
    // Mostly what is new is asked for, and a log may be old.
    while ((this.#failures[this.#taken.length]?.date ?? '') > day) {
      this.#takeDay();
    }
    return this.#byTrait.get(trait) ?? [];
  }

  #takeDay(): void {
    const from = this.#taken.length;
    const date = this.#failures[from]?.date;
    let to = from + 1;
    while (this.#failures[to]?.date === date && to < this.#failures.length) {
      to += 1;
    }
    for (const failure of this.#failures.slice(from, to).sort((a, b) => (a.id < b.id ? 1 : -1))) {
      traitsOf(failure).forEach(({ key }) => put(this.#byTrait, key, this.#taken.length));
      this.#taken.push(failure);
    }
  }

  /** How many are later than a day, of some places. */
  #countAfter(places: readonly number[], day: string): number {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#taken[places[middle] ?? -1]?.date ?? '') > day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

function failuresByTrait(log: Timeline): FailuresByTrait {
  return new FailuresByTrait(log.allOf('failure'), log.order);
}

function returnedIn({ log, end }: Scene, { entry, day }: Settled): Returned {
  const failures = log.kept(failuresByTrait);
  const later = new Set<number>();
  const shared: string[] = [];
  for (const { key, shown } of traitsOf(entry)) {
    const again = failures.within(day, end, key);
    again.forEach((place) => later.add(place));
    if (again.length > 0) {
      shared.push(shown);
    }
  }
  return { id: entry.id, failures: failures.at(later).map(({ id }) => id), shared };
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
