import type { BoardHost } from '../../core/board/boardHost.ts';
import type { BoardView } from '../../core/board/boardView.ts';
import { boardLimits } from '../../core/board/limits.ts';
import { PersonalViews } from '../../core/board/personalViews.ts';
import { SeatKeys } from '../../core/board/seatKeys.ts';
import type { Person } from './person.ts';

/** Milliseconds after which it is told what can be taken back of others' deeds; of one's own it is told at once. */
const undoDelay = 100;
const mostAtOnce = 10;

/** What each of a room's people may see of its board, sent to them when it is another one. */
export class RoomViews {
  readonly #host: BoardHost;
  readonly #people: ReadonlyMap<string, Person>;
  readonly #keys = new SeatKeys();
  readonly #views = new PersonalViews();
  /** Those for whom it was not looked yet what they can take back. */
  readonly #stale = new Set<Person>();
  #later: NodeJS.Timeout | undefined;
  #scheduled: NodeJS.Immediate | undefined;

  constructor(host: BoardHost, people: ReadonlyMap<string, Person>) {
    this.#host = host;
    this.#people = people;
  }

  /** The secrets of cards that somebody wrote on an anonymous board. Held in memory alone. */
  keysOf({ id }: Person): readonly string[] {
    return this.#keys.of(id);
  }

  /** Somebody has these secrets too. */
  own(person: Person, keys: readonly string[]): void {
    if (this.#keys.of(person.id).length + keys.length <= boardLimits.cards) {
      this.#keys.add(person.id, keys);
      if (person.feed.isRead) {
        this.show(person);
      }
    }
  }

  of(person: Person, undo: 'now' | 'as-before' = 'now'): BoardView {
    const viewer = { participant: person.id, keys: this.#keys.of(person.id) };
    return this.#views.of(this.#host.board, viewer, undo);
  }

  /** Sends somebody what they see now. */
  show(person: Person): void {
    person.feed.advance(this.of(person));
  }

  /** The board is another one: everyone is shown it in a moment. */
  changed(): void {
    this.#scheduled ??= setImmediate(() => {
      this.#scheduled = undefined;
      this.#showAll();
    });
    this.#people.forEach((person) => this.#stale.add(person));
    this.#later ??= setTimeout(() => this.#lookForUndo(), undoDelay);
  }

  /** Somebody was taken off the board. */
  forget(who: string): void {
    this.#views.forget(who);
  }

  stop(): void {
    clearImmediate(this.#scheduled);
    clearTimeout(this.#later);
  }

  #showAll(): void {
    for (const person of this.#people.values()) {
      if (person.feed.isRead) {
        person.feed.advance(this.of(person, 'as-before'));
      }
    }
  }

  /** A few at a time, so that nobody else waits for it. */
  #lookForUndo(): void {
    for (const person of [...this.#stale].slice(0, mostAtOnce)) {
      this.#stale.delete(person);
      if (person.feed.isRead && this.#people.has(person.id)) {
        this.show(person);
      }
    }
    this.#later = this.#stale.size === 0 ? undefined : setTimeout(() => this.#lookForUndo(), undoDelay);
  }
}
