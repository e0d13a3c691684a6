import { type After, after } from './after.ts';

/** Milliseconds in which changes are gathered before something is looked for again, and for how long at most. */
const [gathering, longestGathering] = [300, 3000];

/** Milliseconds after which it is tried again where something could not be read: git may be busy, or its files in the making. */
const pauses: readonly number[] = [1000, 4000, 15_000, 60_000, 240_000];

/**
 * Looks once.
 *
 * @param stop given where a later search counts instead
 * @returns whether everything could be read
 */
type Search = (stop: AbortSignal) => Promise<boolean>;

/** Time as a search needs it. */
export interface SearchTime {
  /** Milliseconds since some moment. */
  now(): number;
  readonly after: After;
}

const realTime: SearchTime = { now: () => performance.now(), after };

/**
 * A search that is repeated whenever something has changed, one at a time. Changes that come while it runs do not stop
 * it, so that it comes to an end however many there are: it runs once more afterwards. What could not be read is tried
 * again after a while, a few times.
 */
export class RepeatedSearch {
  readonly #search: Search;
  readonly #onBug: (error: unknown) => void;
  readonly #time: SearchTime;
  #running: AbortController | undefined;
  #isDueAgain = false;
  /** When the first of the changes came that are being gathered. */
  #since: number | undefined;
  #cancel: (() => void) | undefined;
  #failures = 0;
  #isOver = false;

  constructor(search: Search, onBug: (error: unknown) => void, time: SearchTime = realTime) {
    this.#search = search;
    this.#onBug = onBug;
    this.#time = time;
  }

  /** Looks again in a moment: changes come in numbers. */
  soon(): void {
    const now = this.#time.now();
    this.#since ??= now;
    this.#failures = 0;
    this.#after(Math.max(0, Math.min(gathering, this.#since + longestGathering - now)));
  }

  /** Looks at once; where a search runs, it is stopped, and this one counts. */
  async now(): Promise<void> {
    this.#forgetPlans();
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    let isWhole = false;
    try {
      isWhole = await this.#search(running.signal);
    } finally {
      if (this.#running === running) {
        this.#running = undefined;
        this.#goOn(isWhole);
      }
    }
  }

  dispose(): void {
    this.#isOver = true;
    this.#forgetPlans();
    this.#running?.abort();
  }

  #begin(): void {
    if (this.#running === undefined) {
      this.now().catch(this.#onBug);
    } else {
      this.#forgetPlans();
      this.#isDueAgain = true;
    }
  }

  #goOn(isWhole: boolean): void {
    if (this.#isDueAgain) {
      this.#isDueAgain = false;
      this.soon();
      return;
    }
    const pause = pauses[this.#failures];
    this.#failures = isWhole ? 0 : this.#failures + 1;
    // What is planned already comes soon.
    if (!isWhole && pause !== undefined && this.#cancel === undefined) {
      this.#after(pause);
    }
  }

  #after(milliseconds: number): void {
    this.#cancel?.();
    this.#cancel = this.#isOver ? undefined : this.#time.after(milliseconds, () => this.#begin());
  }

  #forgetPlans(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#since = undefined;
    this.#isDueAgain = false;
  }
}
