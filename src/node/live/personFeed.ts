import type { BoardView } from '../../core/board/boardView.ts';
import { changeBetween, type ViewChange } from '../../core/board/viewChange.ts';

/** One step from a view to the next. */
export interface FeedChange {
  readonly at: number;
  readonly from: number;
  readonly change: ViewChange;
  /** The ids of wishes of this person that the later view has the outcome of. */
  readonly done: readonly string[];
}

/** Whoever gets the views of a person: one of their connections. */
export interface Reader {
  show(shown: { feed: string; at: number; view: BoardView; done: readonly string[] }): void;
  change(change: FeedChange): void;
  /** Views wait while it is busy, and are asked for when it is not any more. */
  readonly isBusy: boolean;
}

/** So many steps are kept for a reader that comes back. */
const mostKept = 200;

/** The views of one person: sent whole once, and step by step from then on, to each of their connections. */
export class PersonFeed {
  /** A client that knows another one has to be shown the whole. */
  readonly id: string;
  /** Which view each reader has. */
  readonly #readers = new Map<Reader, number>();
  #view: BoardView | undefined;
  #at = 0;
  #kept: FeedChange[] = [];
  readonly #asked = new Set<string>();
  #done: string[] = [];

  constructor(id: string) {
    this.id = id;
  }

  get isRead(): boolean {
    return this.#readers.size > 0;
  }

  /** This person asked for it: their views are to say when it is done. */
  asked(wish: string): void {
    this.#asked.add(wish);
  }

  /** Something was done on the board. */
  wasDone(wish: string): void {
    if (this.#asked.delete(wish)) {
      this.#done.push(wish);
    }
  }

  /** It was not done. */
  wasRefused(wish: string): void {
    this.#asked.delete(wish);
  }

  /** A connection is there. What it has from before is gone on with, if that is possible. */
  attach(reader: Reader, now: BoardView, last: { readonly feed: string; readonly at: number }): void {
    this.advance(now);
    if (last.feed === this.id) {
      this.#readers.set(reader, last.at);
      this.#catchUp(reader);
    } else {
      this.#showTo(reader);
    }
  }

  detach(reader: Reader): void {
    this.#readers.delete(reader);
  }

  /**
   * The board is another one. Where nothing of it is to be seen, and nothing was asked for, nothing is sent.
   *
   * @param now as `PersonalViews` gives it: what is the same as before is the same object
   */
  advance(now: BoardView): void {
    const before = this.#view;
    if (before === undefined) {
      this.#view = now;
      this.#at = 1;
      return;
    }
    const change = changeBetween(before, now);
    if (change !== undefined && this.#done.length === 0 && saysNothing(change)) {
      return;
    }
    this.#view = now;
    this.#at += 1;
    const step = { at: this.#at, from: this.#at - 1, done: this.#done.splice(0) };
    if (change === undefined) {
      this.#kept = [];
    } else {
      this.#kept.push({ ...step, change });
    }
    if (this.#kept.length > mostKept) {
      this.#kept.splice(0, this.#kept.length - mostKept / 2);
    }
    for (const reader of this.#readers.keys()) {
      this.catchUpOrWait(reader);
    }
  }

  /** Sends what a reader has not got yet, unless it is busy: then it asks again. */
  catchUpOrWait(reader: Reader): void {
    if (this.#readers.has(reader) && !reader.isBusy) {
      this.#catchUp(reader);
    }
  }

  #catchUp(reader: Reader): void {
    const at = this.#readers.get(reader) ?? 0;
    // They follow one another without a gap.
    const first = at - (this.#at - this.#kept.length);
    if (first < 0 || first > this.#kept.length) {
      this.#showTo(reader);
      return;
    }
    for (const step of this.#kept.slice(first)) {
      reader.change(step);
      this.#readers.set(reader, step.at);
    }
  }

  #showTo(reader: Reader): void {
    if (this.#view !== undefined) {
      this.#readers.set(reader, this.#at);
      reader.show({ feed: this.id, at: this.#at, view: this.#view, done: this.#done });
    }
  }
}

/** That somebody did something, and nothing else: it would tell who is at work on what others may not see. */
function saysNothing({ rest, columns }: ViewChange): boolean {
  return columns.length === 0 && Object.keys(rest).every((key) => key === 'revision');
}
