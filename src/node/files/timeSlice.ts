/** How long work may hold the thread before others get a turn, in milliseconds. */
const sliceLength = 4;

/** Cuts long synchronous work into slices: ask `isOver` after each step, and then await `next`. */
export class TimeSlice {
  #started = performance.now();

  /** Whether this slice has been used up. */
  isOver(): boolean {
    return performance.now() - this.#started > sliceLength;
  }

  /** Lets everything that waits have its turn, then starts a new slice. */
  async next(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.#started = performance.now();
  }
}
