import type { Deed } from '../../src/core/board/intent.ts';
import { type Answered, Outbox } from '../../src/webview/guest/outbox.ts';
import { Guest } from './liveGuest.ts';

/** Somebody who comes back whenever the connection breaks, and asks again for what was not answered, as pages do. */
export class SteadyGuest {
  readonly #port: number;
  readonly #room: string;
  readonly #secret: string;
  readonly #outbox = new Outbox((act, after) => setTimeout(act, after));
  #guest: Guest;
  #isOver = false;
  /** The ids of all that was done, and of what was refused, as it was answered. */
  readonly done: string[] = [];
  readonly refused = new Map<string, string>();
  /** How often it came back. */
  returns = 0;

  /** Goes on as somebody who is in. */
  constructor(guest: Guest, port: number, room: string) {
    this.#guest = guest;
    this.#port = port;
    this.#room = room;
    this.#secret = guest.secret;
    this.#connected();
  }

  /** The connection that there was last: what it has of the board is what this person sees. */
  get guest(): Guest {
    return this.#guest;
  }

  async does(id: string, deed: Deed): Promise<Answered> {
    const answer = await this.#outbox.ask({ id, deed });
    if (answer.refused === undefined) {
      this.done.push(id);
    } else {
      this.refused.set(id, answer.refused.code);
    }
    return answer;
  }

  leave(): void {
    this.#isOver = true;
    this.#guest.drop();
  }

  #connected(): void {
    const guest = this.#guest;
    this.#outbox.connect((wish) => guest.rpc.ask('take', wish));
    guest.socket.on('close', () => {
      this.#outbox.disconnect();
      void this.#comeBack();
    });
    if (guest.socket.readyState !== guest.socket.OPEN) {
      void this.#comeBack();
    }
  }

  async #comeBack(): Promise<void> {
    while (!this.#isOver) {
      const before = this.#guest;
      try {
        const next = await Guest.connect(this.#port);
        Object.assign(next, { view: before.view, feed: before.feed, at: before.at, facts: before.facts });
        await next.enter({ room: this.#room, proof: this.#secret, last: { feed: next.feed, at: next.at } });
        this.#guest = next;
        this.returns += 1;
        this.#connected();
        return;
      } catch {
        await new Promise((resolve) => {
          setTimeout(resolve, 50);
        });
      }
    }
  }
}
