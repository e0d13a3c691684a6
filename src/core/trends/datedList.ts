import { put } from '../put.ts';
import type { Window } from './windows.ts';

/** Whether days only rise or only fall: a log has its entries, and a history its commits, the newest first. */
export type Order = 'rising' | 'falling';

/** Things by their day, so that those of a window are found without looking at the others. */
export class DatedList<T> {
  /** How they were given, if they need not be sorted. */
  readonly order: Order | undefined;
  readonly #things: readonly T[];
  readonly #dayOf: (thing: T) => string | undefined;
  #rising: readonly T[] | undefined;

  /**
   * @param dayOf an ISO 8601 date, always the same of one thing; what has none is left out
   * @param order that of their days, if it is known
   */
  constructor(things: readonly T[], dayOf: (thing: T) => string | undefined, order?: Order) {
    this.order = order ?? orderOf(things, dayOf);
    this.#things = this.order === undefined ? sorted(things, dayOf) : things;
    this.#dayOf = dayOf;
  }

  /** The earliest first; those of one day in the order in which they were given. */
  get all(): readonly T[] {
    this.#rising ??= this.#isFalling ? this.#turned(0, this.#things.length) : this.#things;
    return this.#rising;
  }

  /** The earliest day; `undefined` where there is nothing. */
  get firstDay(): string | undefined {
    const first = this.#things.at(this.#isFalling ? -1 : 0);
    return first === undefined ? undefined : this.#dayOf(first);
  }

  /** Those of a window, the earliest first. */
  within(window: Window): readonly T[] {
    const [from, to] = this.#range(window);
    return this.#isFalling ? this.#turned(from, to) : this.#things.slice(from, to);
  }

  get #isFalling(): boolean {
    return this.order === 'falling';
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
