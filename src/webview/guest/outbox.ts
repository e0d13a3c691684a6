import type { Refusal } from '../../core/board/refusal.ts';
import type { Wish } from '../../core/board/intent.ts';
import { liveLimits } from '../../protocol/liveLimits.ts';
import { RpcError } from '../../protocol/rpcError.ts';

/** What a wish is answered with. */
export type Answered = { readonly refused?: Refusal };

/** Asks the room for one thing. */
export type Send = (wish: Wish) => Promise<Answered>;

interface Asked {
  readonly wish: Wish;
  readonly resolve: (answer: Answered) => void;
  readonly reject: (error: unknown) => void;
}

/** Below what the room puts up with, so that whoever was away for long is not taken for a flood. */
const most = { underway: 20, every: 1000 / (0.8 * liveLimits.messagesPerSecond) } as const;

/**
 * What was asked of the room and has no answer yet. While there is no connection it waits; when it is back, all of it
 * is asked again in its order, which does each thing once.
 */
export class Outbox {
  readonly #asked = new Map<string, Asked>();
  readonly #underway = new Set<string>();
  readonly #later: (act: () => void, milliseconds: number) => void;
  #send: Send | undefined;
  #free = 0;
  #isPaused = false;

  /** @param later calls back once, after so many milliseconds */
  constructor(later: (act: () => void, milliseconds: number) => void) {
    this.#later = later;
  }

  /** Resolves when the room has done it or refused it, however often the connection breaks meanwhile. */
  ask(wish: Wish): Promise<Answered> {
    return new Promise((resolve, reject) => {
      this.#asked.set(wish.id, { wish, resolve, reject });
      this.#pump();
    });
  }

  /** There is a connection. */
  connect(send: Send): void {
    this.#send = send;
    this.#underway.clear();
    this.#free = liveLimits.burst / 2;
    this.#pump();
  }

  disconnect(): void {
    this.#send = undefined;
    this.#underway.clear();
  }

  #pump(): void {
    for (const [id, asked] of this.#asked) {
      if (this.#send === undefined || this.#isPaused || this.#underway.size >= most.underway) {
        return;
      }
      if (!this.#underway.has(id)) {
        this.#underway.add(id);
        void this.#deliver(this.#send, asked);
        this.#pace();
      }
    }
  }

  /** So many at once, and the rest one after the other. */
  #pace(): void {
    this.#free -= 1;
    if (this.#free <= 0) {
      this.#isPaused = true;
      this.#later(() => {
        this.#isPaused = false;
        this.#free = 1;
        this.#pump();
      }, most.every);
    }
  }

  async #deliver(send: Send, { wish, resolve, reject }: Asked): Promise<void> {
    try {
      const answer = await send(wish);
      this.#asked.delete(wish.id);
      resolve(answer);
    } catch (error) {
      if (error instanceof RpcError && error.code === 'closed') {
        return;
      }
      this.#asked.delete(wish.id);
      reject(error);
    }
    if (this.#send === send) {
      this.#underway.delete(wish.id);
      this.#pump();
    }
  }
}
