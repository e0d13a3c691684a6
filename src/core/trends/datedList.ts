import type { Window } from './windows.ts';

/** Things by their day, so that those of a window are found without looking at the others. */
export class DatedList<T> {
  /** The earliest first; those of one day in the order in which they were given. */
  readonly all: readonly T[];
  readonly #days: readonly string[];

  /** @param dayOf an ISO 8601 date; what has none is left out */
  constructor(things: Iterable<T>, dayOf: (thing: T) => string | undefined) {
    const byDay = new Map<string, T[]>();
    for (const thing of things) {
      const day = dayOf(thing);
      if (day !== undefined) {
        put(byDay, day, thing);
      }
    }
    const days: string[] = [];
    const all: T[] = [];
    for (const day of [...byDay.keys()].sort()) {
      for (const thing of byDay.get(day) ?? []) {
        days.push(day);
        all.push(thing);
      }
    }
    this.all = all;
    this.#days = days;
  }

  /** The earliest day; `undefined` where there is nothing. */
  get firstDay(): string | undefined {
    return this.#days[0];
  }

  /** Those of a window, the earliest first. */
  within(window: Window): readonly T[] {
    return this.all.slice(...this.#range(window));
  }

  countWithin(window: Window): number {
    const [from, to] = this.#range(window);
    return Math.max(0, to - from);
  }

  /** The earliest day after a day; `undefined` where there is none. */
  dayAfter(day: string): string | undefined {
    return this.#days[this.#firstAt((other) => other > day)];
  }

  #range(window: Window): readonly [number, number] {
    const from = this.#firstAt((day) => day >= window.from);
    return [from, this.#firstAt((day) => day > window.to)];
  }

  /** Where the days begin that are late enough. */
  #firstAt(isLate: (day: string) => boolean): number {
    let low = 0;
    let high = this.#days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isLate(this.#days[middle] ?? '')) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}

/** Adds to the list of a key. */
export function put<K, T>(lists: Map<K, T[]>, key: K, thing: T): void {
  const list = lists.get(key);
  if (list === undefined) {
    lists.set(key, [thing]);
  } else {
    list.push(thing);
  }
}
