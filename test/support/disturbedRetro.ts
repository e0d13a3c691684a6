import type { Board } from '../../src/core/board/board.ts';
import type { BoardView } from '../../src/core/board/boardView.ts';
import type { Deed, Intent } from '../../src/core/board/intent.ts';
import { viewOf } from '../../src/core/board/viewOf.ts';
import type { DisturbedServers } from './disturbedServers.ts';
import { Guest, partsOf } from './liveGuest.ts';
import { seededRandom, type SeededRandom } from './seededRandom.ts';
import { SteadyGuest } from './steadyGuest.ts';
import { UnkindProxy } from './unkindProxy.ts';

/** How large a disturbed retro is. */
export interface Disturbance {
  readonly people: number;
  /** What each of them does. */
  readonly each: number;
  readonly kills: number;
  readonly partitions: number;
  readonly seed: string;
}

/** What came of it. */
export interface Disturbed {
  readonly guests: readonly SteadyGuest[];
  /** All that the journal ever held, in its order. */
  readonly intents: readonly Intent[];
  /** The board that the journal holds in the end. */
  readonly board: Board;
  /** Times that a connection was made anew. */
  readonly returns: number;
  readonly seconds: number;
}

/** Holds a retro whose servers are killed and whose network is cut, until all that was asked for is answered. */
export async function disturbedRetro(size: Disturbance, servers: DisturbedServers): Promise<Disturbed> {
  const retro = await DisturbedRetro.open(size, servers);
  try {
    return await retro.run();
  } finally {
    await retro.close();
  }
}

class DisturbedRetro {
  readonly #size: Disturbance;
  readonly #random: SeededRandom;
  readonly #proxy: UnkindProxy;
  readonly #servers: DisturbedServers;
  #guests: SteadyGuest[] = [];

  private constructor(
    size: Disturbance,
    random: SeededRandom,
    proxy: UnkindProxy,
    servers: DisturbedServers,
  ) {
    this.#size = size;
    this.#random = random;
    this.#proxy = proxy;
    this.#servers = servers;
  }

  static async open(size: Disturbance, servers: DisturbedServers): Promise<DisturbedRetro> {
    const random = seededRandom(size.seed);
    const proxy = await UnkindProxy.open(random, () => servers.ports);
    await servers.start(`http://127.0.0.1:${proxy.port}`);
    return new DisturbedRetro(size, random, proxy, servers);
  }

  async run(): Promise<Disturbed> {
    await this.#gather();
    this.#proxy.slowest = 30;
    const start = performance.now();
    const work = Promise.all(this.#guests.map((guest, at) => this.#workOf(guest, at)));
    await Promise.all([work, this.#disturb()]);
    const seconds = (performance.now() - start) / 1000;
    const board = await this.#servers.board();
    await Promise.all(this.#guests.map((guest) => untilSame(guest, board)));
    const returns = this.#guests.reduce((sum, guest) => sum + guest.returns, 0);
    return { guests: this.#guests, intents: this.#servers.intents(), board, returns, seconds };
  }

  async close(): Promise<void> {
    this.#guests.forEach((guest) => guest.leave());
    await this.#servers.close();
    await this.#proxy.close();
  }

  /** Everybody is in, and all see what all write. */
  async #gather(): Promise<void> {
    const { hostLink, guestLink } = this.#servers;
    const { port } = this.#proxy;
    const lead = await Guest.connect(port);
    await lead.enter({ ...partsOf(hostLink), name: 'Lead' });
    await lead.begins();
    await lead.does({ type: 'goTo', phase: 'write' });
    await lead.does({ type: 'reveal' });
    const steady = (guest: Guest): SteadyGuest => new SteadyGuest(guest, port, partsOf(hostLink).room);
    const guests = [lead];
    while (guests.length < this.#size.people) {
      const guest = await Guest.connect(port);
      const name = `Person ${guests.length}`;
      await guest.enter({ ...partsOf(guestLink), name });
      await lead.letsIn(name);
      await guest.until(() => guest.secret !== '' && guest.view?.me !== undefined && guest.view.me !== '');
      guests.push(guest);
    }
    this.#guests = guests.map(steady);
  }

  /** Ten at a time: what is asked for and not answered is what a network can lose. */
  async #workOf(guest: SteadyGuest, number: number): Promise<void> {
    const random = seededRandom(`${this.#size.seed} ${number}`);
    const own: string[] = [];
    const underway = new Set<Promise<unknown>>();
    for (let count = 0; count < this.#size.each; count += 1) {
      const id = `i${String(number).padStart(3, '0')}x${String(count).padStart(6, '0')}`;
      const asked: Promise<unknown> = guest
        .does(id, deedOf(random, own, `c${id}`, `Person ${number}, ${count}`))
        .finally(() => underway.delete(asked));
      underway.add(asked);
      if (underway.size >= 10) {
        await Promise.race(underway);
      }
    }
    await Promise.all(underway);
  }

  /** Kills and partitions take turns, each when another share of the work is done. */
  async #disturb(): Promise<void> {
    const { people, each, kills, partitions } = this.#size;
    for (let count = 1; count <= kills + partitions; count += 1) {
      const enough = (people * each * count) / (kills + partitions + 1);
      while (this.#answered < enough) {
        await new Promise((resolve) => {
          setTimeout(resolve, 5);
        });
      }
      const isKill =
        Math.floor((count * kills) / (kills + partitions)) >
        Math.floor(((count - 1) * kills) / (kills + partitions));
      if (isKill) {
        await this.#servers.kill();
      } else {
        await this.#proxy.part(0.5, this.#random.between(50, 400));
      }
    }
  }

  get #answered(): number {
    return this.#guests.reduce((sum, { done, refused }) => sum + done.length + refused.size, 0);
  }
}

/** Something that somebody does with their own cards. */
function deedOf(random: SeededRandom, own: string[], card: string, text: string): Deed {
  const some = own.length === 0 ? undefined : own[random.between(0, own.length - 1)];
  const kind = random.next();
  if (some === undefined || (kind < 0.4 && own.length < 20)) {
    own.push(card);
    return { type: 'addCard', card, column: 'column-1', text };
  }
  if (kind < 0.9) {
    return { type: 'editCard', card: some, text };
  }
  return { type: 'moveCard', card: some, column: `column-${random.between(1, 2)}` };
}

/** The cards that somebody sees, column by column in their order. */
export function seenBy({ guest }: SteadyGuest): string {
  return textOf(guest.view?.columns ?? []);
}

function textOf(columns: BoardView['columns']): string {
  return JSON.stringify(
    columns.map(({ id, topics }) => [
      id,
      ...topics.flatMap(({ cards }) => cards.map((card) => [card.id, card.text])),
    ]),
  );
}

/** The same, as it follows from the board. */
export function seenOf(board: Board, { guest }: SteadyGuest): string {
  return textOf(viewOf(board, { participant: guest.view?.me ?? '', keys: [] }).columns);
}

/** Waits until somebody sees what the journal has; whoever never does is told of by whoever compares. */
async function untilSame(steady: SteadyGuest, board: Board): Promise<void> {
  const wanted = seenOf(board, steady);
  for (let tries = 0; tries < 500 && seenBy(steady) !== wanted; tries += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}
