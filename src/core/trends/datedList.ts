import { put } from '../put.ts';
import type { Window } from './windows.ts';

/** Whether days only rise or only fall: a log has its entries, and a history its commits, the newest first. */
export type Order = 'rising' | 'falling';

/** How often things that are in no order are sorted only as far back as somebody asks, before all of them are. */
const mostReaches = 4;

/** Things by their day, so that those of a window are found without looking at the others. */
export class DatedList<T> {
  /** How they were given, if they need not be sorted. */
  readonly order: Order | undefined;
  #things: readonly T[];
  readonly #dayOf: (thing: T) => string | undefined;
  #rising: readonly T[] | undefined;
  /** What is not sorted yet, all of it before a day. */
  #unsorted: readonly T[] = [];
  #since = '';
  #reaches = 0;

  /**
   * @param dayOf an ISO 8601 date, always the same of one thing; what has none is left out
   * @param order that of their days, if it is known
   */
  constructor(things: readonly T[], dayOf: (thing: T) => string | undefined, order?: Order) {
    this.order = order ?? orderOf(things, dayOf);
    this.#things = things;
    this.#dayOf = dayOf;
    if (this.order === undefined) {
      [this.#things, this.#unsorted, this.#since] = [[], things, '~'];
    }
  }

  /** The earliest first; those of one day in the order in which they were given. */
  get all(): readonly T[] {
    this.#reach('');
    this.#rising ??= this.#isFalling ? this.#turned(0, this.#things.length) : this.#things;
    return this.#rising;
  }

  /** The latest first; those of one day in no particular order. */
  get latestFirst(): readonly T[] {
    return this.#isFalling ? this.#things : this.all.toReversed();
  }

  /** The earliest day; `undefined` where there is nothing. */
  get firstDay(): string | undefined {
    this.#reach('');
    const first = this.#things.at(this.#isFalling ? -1 : 0);
    return first === undefined ? undefined : this.#dayOf(first);
  }

  /** Those of a window, the earliest first. */
  within(window: Window): readonly T[] {
    this.#reach(window.from);
    const [from, to] = this.#range(window);
    return this.#isFalling ? this.#turned(from, to) : this.#things.slice(from, to);
  }

  get #isFalling(): boolean {
    return this.order === 'falling';
  }

  /** Sorts everything from a day on. Mostly what is new is asked for, and a log may be old. */
  #reach(from: string): void {
    if (from >= this.#since) {
      return;
    }
    this.#reaches += 1;
    const since = this.#reaches > mostReaches ? '' : from;
    const [near, far]: [T[], T[]] = [[], []];
    for (const thing of this.#unsorted) {
      const day = this.#dayOf(thing);
      if (day !== undefined) {
        (day >= since ? near : far).push(thing);
      }
    }
    this.#things = [...sorted(near, this.#dayOf), ...this.#things];
    this.#unsorted = far;
    this.#since = since;
  }

  /** Where those of a window are. */
  #range({ from, to }: Window): readonly [number, number] {
    return this.#isFalling
      ? [this.#firstAt((day) => day <= to), this.#firstAt((day) => day < from)]
      : [this.#firstAt((day) => day >= from), this.#firstAt((day) => day > to)];
  }

  /** Where the days begin that are far enough. */
  #firstAt(isFar: (day: string) => boolean): number {
    let low = 0;
    let high = this.#things.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isFar(this.#dayOf(this.#things[middle] as T) ?? '')) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** A part of what falls, made to rise; those of one day stay in their order. */
  #turned(from: number, to: number): readonly T[] {
    const turned: T[] = [];
    for (let end = to; end > from; ) {
      const day = this.#dayOf(this.#things[end - 1] as T);
      let start = end - 1;
      while (start > from && this.#dayOf(this.#things[start - 1] as T) === day) {
        start -= 1;
      }
      for (let at = start; at < end; at += 1) {
        turned.push(this.#things[at] as T);
      }
      end = start;
    }
    return turned;
  }
}

/** None where some have no day. */
function orderOf<T>(things: readonly T[], dayOf: (thing: T) => string | undefined): Order | undefined {
  let [isRising, isFalling] = [true, true];
  let before: string | undefined;
  for (const thing of things) {
    const day = dayOf(thing);
    if (day === undefined || !(isRising || isFalling)) {
      return undefined;
    }
    isRising &&= before === undefined || before <= day;
    isFalling &&= before === undefined || before >= day;
    before = day;
  }
  return isRising ? 'rising' : isFalling ? 'falling' : undefined;
}

function sorted<T>(things: readonly T[], dayOf: (thing: T) => string | undefined): readonly T[] {
  const byDay = new Map<string, T[]>();
  for (const thing of things) {
    const day = dayOf(thing);
    if (day !== undefined) {
      put(byDay, day, thing);
    }
  }
  const all: T[] = [];
  for (const day of [...byDay.keys()].sort()) {
    byDay.get(day)?.forEach((thing) => all.push(thing));
  }
  return all;
}
