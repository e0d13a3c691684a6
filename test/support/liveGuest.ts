import assert from 'node:assert/strict';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { BoardView, CardView } from '../../src/core/board/boardView.ts';
import type { Deed, Wish } from '../../src/core/board/intent.ts';
import { changedView } from '../../src/core/board/viewChange.ts';
import { cryptoIds } from '../../src/node/cryptoIds.ts';
import type { PanelFacts } from '../../src/protocol/boardPanel.ts';
import { FrameReader } from '../../src/protocol/frames.ts';
import { type Entry, liveGuest, liveRoom } from '../../src/protocol/liveRoom.ts';
import { Rpc } from '../../src/protocol/rpc.ts';

/** The room and the token in a link. */
export function partsOf(link: string): { room: string; proof: string } {
  const [room = '', proof = ''] = new URL(link).hash.slice(1).split('.');
  return { room, proof };
}

/** A guest without a browser: speaks what the page speaks, and remembers every byte that it was sent. */
export class Guest {
  readonly socket: WebSocket;
  readonly rpc: Rpc<typeof liveGuest, typeof liveRoom>;
  /** All that came over the socket, as it came. */
  readonly received: string[] = [];
  view: BoardView | undefined;
  feed = '';
  at = 0;
  /** How often the whole view was sent. */
  shown = 0;
  changes = 0;
  facts: PanelFacts | undefined;
  secret = '';
  closeCode: number | undefined;
  #listeners = new Set<() => void>();

  private constructor(socket: WebSocket) {
    this.socket = socket;
    const frames = new FrameReader();
    this.rpc = new Rpc({
      serves: liveGuest,
      asks: liveRoom,
      send: (message) => this.socket.send(JSON.stringify(message)),
      onBug: (error) => assert.fail(String(error)),
      handlers: {
        admitted: ({ secret }) => {
          this.secret = secret;
        },
        show: ({ feed, at, view }) => {
          this.feed = feed;
          this.at = at;
          this.view = view;
          this.shown += 1;
        },
        change: ({ at, from, change }) => {
          assert.equal(from, this.at, 'a change that does not follow');
          this.view = this.view && changedView(this.view, change);
          assert.ok(this.view, 'a change that does not fit');
          this.at = at;
          this.changes += 1;
        },
        clock: () => undefined,
        know: (facts) => {
          this.facts = facts;
        },
      },
    });
    socket.on('message', (data: Buffer) => {
      this.received.push(data.toString());
      const message = frames.read(data.toString());
      if (message !== undefined) {
        this.rpc.receive(message);
      }
      // Handlers run in the turn after this one.
      setImmediate(() => this.#tell());
    });
    socket.on('close', (code) => {
      this.closeCode = code;
      this.rpc.close();
      this.#tell();
    });
    socket.on('error', () => undefined);
  }

  static async connect(port: number): Promise<Guest> {
    const guest = new Guest(
      new WebSocket(`ws://127.0.0.1:${port}/live`, { origin: `http://127.0.0.1:${port}` }),
    );
    await once(guest.socket, 'open');
    return guest;
  }

  async enter(entry: Partial<Entry>): Promise<'in' | 'waiting'> {
    const whole = { room: '', proof: '', name: '', last: { feed: '', at: 0 }, ...entry };
    return (await this.rpc.ask('enter', whole)).state;
  }

  /** Begins the meeting by the template that is offered first. */
  async begins(): Promise<void> {
    const [template] = await this.rpc.ask('offer', null);
    await this.rpc.ask('start', { template: template?.key ?? '', names: 'named' });
  }

  /** Lets somebody in who waits or comes to wait under this name. */
  async letsIn(name: string): Promise<void> {
    const waits = (): string | undefined => this.facts?.live?.waiting.find((each) => each.name === name)?.id;
    await this.until(() => waits() !== undefined);
    await this.rpc.ask('control', { type: 'admit', who: waits() ?? '' });
  }

  /** Does something; answers why it is refused, if it is. */
  async does(deed: Deed, id: string = cryptoIds.newId()): Promise<string | undefined> {
    return (await this.rpc.ask('take', { id, deed } satisfies Wish)).refused?.code;
  }

  /** Adds a card and gives its id. */
  async adds(text: string, key?: string): Promise<string> {
    const card = cryptoIds.newId();
    const refused = await this.does({ type: 'addCard', card, column: 'column-1', text, ...(key && { key }) });
    assert.equal(refused, undefined);
    return card;
  }

  get cards(): readonly CardView[] {
    return (this.view?.columns ?? []).flatMap(({ topics }) => topics.flatMap(({ cards }) => cards));
  }

  get texts(): readonly string[] {
    return this.cards.map(({ text }) => text);
  }

  /** Waits until something is so, looking whenever something came. */
  async until(isSo: () => boolean): Promise<void> {
    if (isSo()) {
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (isSo()) {
          clearTimeout(timer);
          this.#listeners.delete(look);
          resolve();
        }
      };
      const timer = setTimeout(() => {
        this.#listeners.delete(look);
        reject(new Error(`It never came to be: ${String(isSo)}`));
      }, 15_000);
      this.#listeners.add(look);
    });
  }

  /** Waits until the room has closed the connection, and gives its code. */
  async untilClosed(): Promise<number> {
    await this.until(() => this.closeCode !== undefined);
    return this.closeCode ?? 0;
  }

  /** The connection breaks. */
  drop(): void {
    this.socket.terminate();
  }

  #tell(): void {
    [...this.#listeners].forEach((listener) => listener());
  }
}
