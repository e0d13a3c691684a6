import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Journal, JournalContent, JournalDamage } from '../ports/journal.ts';
import { apply } from './apply.ts';
import { type Board, newBoard } from './board.ts';
import type { Intent, Wish } from './intent.ts';
import type { Refusal } from './refusal.ts';
import { rowWith } from './rows.ts';
import { refusal } from './refusal.ts';
import { isWithoutName, randomNeeded, stampIntent } from './stampIntent.ts';

/** The world around a host. */
export interface HostPorts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Told of every board that is new, with the intent that made it. */
export type BoardListener = (board: Board, intent: Intent) => void;

/** From so many intents on, a journal is compacted when it is opened. */
const manyIntents = 500;

/**
 * Holds one board and takes in what people want of it: stamps a wish, applies it, writes it into the journal, and
 * says so when it is safe there. What is shown of the board is never more than the journal has.
 */
export class BoardHost {
  /** What was wrong with the journal when it was opened. */
  readonly damage: JournalDamage | undefined;
  readonly #ports: HostPorts;
  readonly #listeners = new Set<BoardListener>();
  /** As the journal has it. */
  #board: Board;
  /** With what is on its way there. */
  #ahead: Board;
  #under: Promise<void> = Promise.resolve();

  private constructor(ports: HostPorts, board: Board, damage: JournalDamage | undefined) {
    this.#ports = ports;
    this.#board = board;
    this.#ahead = board;
    this.damage = damage;
  }

  /**
   * The host of the board that a journal holds.
   *
   * @throws RetroError as `Journal.read` and `Journal.compact` do
   */
  static async open(ports: HostPorts): Promise<BoardHost> {
    const content = await ports.journal.read();
    const { intents, damage } = content;
    const board = boardOf(content);
    // What would tell the order of anonymous cards may be there still, if the program ended in between.
    const isSecret = board.names === 'anonymous' && board.revealed && intents.some(isReveal);
    if (isSecret || intents.length > manyIntents) {
      await ports.journal.compact(board);
    }
    return new BoardHost(ports, board, damage);
  }

  /** The board as far as it is safe. */
  get board(): Board {
    return this.#board;
  }

  /** Calls back after every change. Returns what ends that. */
  onDidChange(listener: BoardListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Takes in what a participant wants. Resolves when it is done and safe, to nothing, or to why it is refused.
   * The same wish again is done once, and answered as the first time.
   *
   * @throws RetroError `cannot-write` where it could not be kept; then the board is as it was
   */
  async take(wish: Wish, participant: string): Promise<Refusal | undefined> {
    const intent = this.#stamp(wish, participant);
    if (!('deed' in intent)) {
      return intent;
    }
    const outcome = apply(this.#ahead, intent);
    if ('refused' in outcome) {
      if (outcome.refused.code !== 'already-applied') {
        return outcome.refused;
      }
      await this.#under;
      return undefined;
    }
    await this.#keep(outcome.ok, intent);
    return undefined;
  }

  /** Ends it when all that was taken in is safe. */
  async close(): Promise<void> {
    await this.#ports.journal.close();
    this.#listeners.clear();
  }

  #stamp(wish: Wish, participant: string): Intent | Refusal {
    const board = this.#ahead;
    // What is kept without a name does not say whether its writer is at the board.
    if (isWithoutName(board, wish.deed) && rowWith(board.participants, participant)?.state !== 'present') {
      return refusal('not-a-participant');
    }
    const random = Array.from({ length: randomNeeded(board, wish) }, () => this.#ports.ids.newId());
    return stampIntent(board, wish, { participant, at: this.#ports.clock.now(), random });
  }

  /** The journal does one thing after the other, so what is asked for here together stays together. */
  async #keep(board: Board, intent: Intent): Promise<void> {
    this.#ahead = board;
    const kept = this.#ports.journal.append(intent);
    const compacted =
      isReveal(intent) && board.names === 'anonymous' ? this.#ports.journal.compact(board) : kept;
    this.#under = kept;
    try {
      await kept;
    } catch (error) {
      this.#ahead = this.#board;
      compacted.catch(() => undefined);
      throw error;
    }
    this.#board = board;
    for (const listener of this.#listeners) {
      listener(board, intent);
    }
    await compacted;
  }
}

/** The board that what is in a journal makes. */
export function boardOf({ snapshot, intents }: Pick<JournalContent, 'snapshot' | 'intents'>): Board {
  return intents.reduce((before, intent) => {
    const outcome = apply(before, intent);
    return 'ok' in outcome ? outcome.ok : before;
  }, snapshot ?? newBoard);
}

function isReveal({ deed }: Intent): boolean {
  return deed.type === 'reveal';
}
