/** Runs work that concerns one thing in the order it came, and work on different things side by side. */
export class UpdateQueue {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs `work` when all that was handed in for `key` before has ended, well or not. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const result = before.then(work);
    const forget = (): void => {
      if (this.#last.get(key) === ended) {
        this.#last.delete(key);
      }
    };
    const ended: Promise<void> = result.then(forget, forget);
    this.#last.set(key, ended);
    return result;
  }
}
