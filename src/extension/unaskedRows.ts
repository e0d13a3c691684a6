import { type After, after } from './after.ts';

/** Milliseconds in which an editor asks for all rows of a tree that it was told to draw anew, and how often it is told again. */
const patience = 2000;
const mostTimes = 2;

/**
 * Sees to it that a tree is drawn whole. An editor that is told to draw it anew while it is still drawing may give up
 * half-way, and then shows a group with nothing in it until it is told once more: it is, for what it has not asked for.
 */
export class UnaskedRows<T> {
  readonly #draw: (rows: readonly T[] | undefined) => void;
  readonly #after: After;
  #isRootAsked = true;
  readonly #open = new Set<T>();
  #times = 0;
  #cancel: () => void = () => undefined;

  /** @param draw tells the editor to draw some rows anew, or all */
  constructor(draw: (rows: readonly T[] | undefined) => void, later: After = after) {
    this.#draw = draw;
    this.#after = later;
  }

  /** The editor is told to draw everything anew. */
  begin(): void {
    this.#times = 0;
    this.#wait();
  }

  /** The editor gets a row that is open: it will ask for what is in it. */
  gave(row: T): void {
    this.#open.add(row);
  }

  /** The editor asks for what is in a row, or for the first rows of all. */
  asked(row: T | undefined): void {
    if (row === undefined) {
      this.#isRootAsked = true;
      this.#open.clear();
    } else {
      this.#open.delete(row);
    }
  }

  dispose(): void {
    this.#cancel();
  }

  #wait(): void {
    this.#cancel();
    this.#isRootAsked = false;
    this.#open.clear();
    this.#cancel = this.#after(patience, () => this.#look());
  }

  #look(): void {
    this.#times += 1;
    if (!this.#isRootAsked && this.#times <= mostTimes) {
      this.#wait();
      this.#draw(undefined);
    } else if (this.#open.size > 0) {
      // One that a person has closed is not asked for either; drawing it changes nothing.
      this.#draw([...this.#open]);
    }
  }
}
