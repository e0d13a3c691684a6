import type { Show } from '../../protocol/capture.ts';

/** The page of the capture view while it is there, and what it is to show until it says that it does. */
export class OpenPage {
  readonly #ask: (show: Show) => Promise<unknown>;
  /** Each with the page that was asked: when that one is gone, the next one is. */
  readonly #pending = new Map<Show, number>();
  /** Counts pages, those that are there and the lack of one. */
  #page = 0;
  #isOpen = false;

  constructor(ask: (show: Show) => Promise<unknown>) {
    this.#ask = ask;
  }

  /** The page has asked for what it shows, and is there to be told more. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /**
   * A page asks for what it shows, which is `ready` soon: until then it may be gone. It is asked for what is
   * pending before it has its answer, so that nobody types in between.
   */
  async open<T>(ready: Promise<T>): Promise<T> {
    this.leave();
    const page = this.#page;
    const first = await ready;
    if (page === this.#page) {
      this.#isOpen = true;
      this.#showPending();
    }
    return first;
  }

  leave(): void {
    this.#isOpen = false;
    this.#page++;
  }

  show(show: Show): void {
    this.#pending.set(show, 0);
    this.#showPending();
  }

  #showPending(): void {
    if (!this.#isOpen) {
      return;
    }
    for (const [show, page] of this.#pending) {
      if (page !== this.#page) {
        this.#pending.set(show, this.#page);
        void this.#ask(show).then(
          () => this.#pending.delete(show),
          () => undefined,
        );
      }
    }
  }
}
