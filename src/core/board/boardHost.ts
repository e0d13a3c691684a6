import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Journal, JournalContent, JournalDamage, JournalNews } from '../ports/journal.ts';
import { RetroError } from '../retroError.ts';
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

/** Told of a board of which it is not known how it came to be: others compacted the journal meanwhile. */
export type JumpListener = (board: Board) => void;

/** From so many intents on, a journal is compacted when it is opened. */
const manyIntents = 500;

/**
 * Holds one board and takes in what people want of it: stamps a wish, applies it, writes it into the journal, and
 * says so when it is safe there. What is shown of the board is never more than the journal has. Where others write the
 * journal too, what they did comes first, and the wish is taken in on top of it.
 */
export class BoardHost {
  /** What was wrong with the journal when it was opened. */
  readonly damage: JournalDamage | undefined;
  readonly #ports: HostPorts;
  readonly #listeners = new Set<BoardListener>();
  readonly #jumpListeners = new Set<JumpListener>();
  /** As the journal has it. */
  #board: Board;
  /** With what is on its way there. */
  #ahead: Board;
  #under: Promise<void> = Promise.resolve();
  /** Counts how often what was on its way was given up. */
  #setbacks = 0;

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
    const host = new BoardHost(ports, board, damage);
    ports.journal.others?.follow({ wrote: (news) => host.#follow(news), kept: () => host.#board });
    // What would tell the order of anonymous cards may be there still, if the program ended in between.
    const isSecret = board.names === 'anonymous' && board.revealed && intents.some(isReveal);
    if (isSecret) {
      await host.#compact();
    } else if (intents.length > manyIntents) {
      await host.#compactUnlessBusy();
    }
    return host;
  }

  /** The board as far as it is safe. */
  get board(): Board {
    return this.#board;
  }

  /** The board with what is on its way to be safe: on it what comes next is done. It is not to be shown. */
  get ahead(): Board {
    return this.#ahead;
  }

  /** Calls back after every change. Returns what ends that. */
  onDidChange(listener: BoardListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls back where the board is another one all at once. Returns what ends that. */
  onDidJump(listener: JumpListener): () => void {
    this.#jumpListeners.add(listener);
    return () => this.#jumpListeners.delete(listener);
  }

  /**
   * Resolves when the board has all that others did before this was asked for.
   *
   * @throws RetroError `cannot-read`
   */
  async catchUp(): Promise<void> {
    await this.#ports.journal.others?.catchUp();
  }

  /**
   * Takes in what a participant wants. Resolves when it is done and safe, to nothing, or to why it is refused.
   * The same wish again is done once, and answered as the first time.
   *
   * @throws RetroError `cannot-write` where it could not be kept; then the board is as it was
   */
  async take(wish: Wish, participant: string): Promise<Refusal | undefined> {
    for (;;) {
      try {
        return await this.#take(wish, participant);
      } catch (error) {
        if (!isBehindOthers(error)) {
          throw error;
        }
      }
    }
  }

  /** Ends it when all that was taken in is safe. */
  async close(): Promise<void> {
    await this.#ports.journal.close();
    this.#listeners.clear();
    this.#jumpListeners.clear();
  }

  async #take(wish: Wish, participant: string): Promise<Refusal | undefined> {
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
    const [ahead, under, setbacks] = [this.#ahead, this.#under, this.#setbacks];
    this.#ahead = board;
    const kept = this.#ports.journal.append(intent);
    const compacted =
      isReveal(intent) && board.names === 'anonymous' ? this.#ports.journal.compact(board) : kept;
    this.#under = kept;
    try {
      await kept;
    } catch (error) {
      compacted.catch(() => undefined);
      // All that was asked for after it is refused as well.
      if (this.#setbacks === setbacks) {
        this.#setBack(ahead, under);
      }
      throw error;
    }
    this.#board = board;
    this.#tell(board, intent);
    await compacted.catch((error: unknown) => {
      if (!isBehindOthers(error)) {
        throw error;
      }
      return this.#compact();
    });
  }

  /** What was on its way is given up, up to a board and to what was under way before. */
  #setBack(ahead: Board, under: Promise<void>): void {
    this.#setbacks += 1;
    this.#ahead = ahead;
    this.#under = under;
  }

  /** What only saves time is not tried again and again while others write. */
  async #compactUnlessBusy(): Promise<void> {
    await this.#ports.journal.compact(this.#ahead).catch((error: unknown) => {
      if (!isBehindOthers(error)) {
        throw error;
      }
    });
  }

  /** Where others were first, the board that they made. */
  async #compact(): Promise<void> {
    for (;;) {
      try {
        await this.#ports.journal.compact(this.#ahead);
        return;
      } catch (error) {
        if (!isBehindOthers(error)) {
          throw error;
        }
      }
    }
  }

  /** What was on its way builds on a board that is not the last one any more. */
  #follow({ snapshot, intents }: JournalNews): void {
    if (snapshot !== undefined) {
      this.#board = snapshot;
      this.#jumpListeners.forEach((listener) => listener(snapshot));
    }
    for (const intent of intents) {
      this.#board = boardOf({ snapshot: this.#board, intents: [intent] });
      this.#tell(this.#board, intent);
    }
    this.#setBack(this.#board, Promise.resolve());
  }

  #tell(board: Board, intent: Intent): void {
    for (const listener of this.#listeners) {
      listener(board, intent);
    }
  }
}

/** The board that what is in a journal makes. */
export function boardOf({ snapshot, intents }: Pick<JournalContent, 'snapshot' | 'intents'>): Board {
  return intents.reduce((before, intent) => {
    const outcome = apply(before, intent);
    return 'ok' in outcome ? outcome.ok : before;
  }, snapshot ?? newBoard);
}

function isBehindOthers(error: unknown): boolean {
  return error instanceof RetroError && error.code === 'changed-meanwhile';
}

function isReveal({ deed }: Intent): boolean {
  return deed.type === 'reveal';
}
