/** Counts how many slow steps a piece of work takes without letting anybody else have a turn. */
export class Stretch {
  #longest = 0;
  #steps = 0;
  #ended = false;

  constructor() {
    this.#watch();
  }

  /** One step, of half a millisecond that the thread is held. */
  step(): void {
    const end = performance.now() + 0.5;
    while (performance.now() < end) {
      // Holds the thread as a parser would.
    }
    this.#steps += 1;
    this.#longest = Math.max(this.#longest, this.#steps);
  }

  /** The most steps in a row. */
  end(): number {
    this.#ended = true;
    return this.#longest;
  }

  #watch(): void {
    setImmediate(() => {
      this.#steps = 0;
      if (!this.#ended) {
        this.#watch();
      }
    });
  }
}
