import { WebSocket as LastingSocket } from 'partysocket';
import { FrameReader } from '../../protocol/frames.ts';
import type { Handlers } from '../../protocol/methods.ts';
import { type Entry, liveCloses, liveGuest, liveRoom } from '../../protocol/liveRoom.ts';
import { Rpc } from '../../protocol/rpc.ts';
import { RpcError } from '../../protocol/rpcError.ts';
import type { GuestHome } from './guestHome.ts';

/** Why there is no way into the room any more. */
export type Over = keyof typeof liveCloses;

/** What whoever uses the connection is told. */
export interface LinkEvents {
  /** With what the room is entered, each time that there is a connection. */
  readonly entry: () => Entry;
  readonly handlers: Handlers<typeof liveGuest>;
  readonly waiting: () => void;
  readonly entered: (rpc: Rpc<typeof liveGuest, typeof liveRoom>) => void;
  readonly offline: () => void;
  readonly over: (why: Over) => void;
  readonly onBug: (error: unknown) => void;
}

/** The connection of a page with its room: made anew whenever it breaks, until the room says that it is over. */
export class RoomLink {
  readonly #events: LinkEvents;
  readonly #socket: LastingSocket;
  #frames = new FrameReader();
  #rpc: Rpc<typeof liveGuest, typeof liveRoom> | undefined;

  constructor({ address, sockets }: Pick<GuestHome, 'address' | 'sockets'>, events: LinkEvents) {
    this.#events = events;
    this.#socket = new LastingSocket(address, [], {
      minReconnectionDelay: 300,
      maxReconnectionDelay: 5000,
      reconnectionDelayGrowFactor: 1.6,
      connectionTimeout: 8000,
      maxEnqueuedMessages: 0,
      ...(sockets && { WebSocket: sockets }),
    });
    this.#socket.addEventListener('open', () => void this.#enter());
    this.#socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const message = typeof data === 'string' ? this.#frames.read(data) : undefined;
      if (message !== undefined) {
        this.#rpc?.receive(message);
      }
    });
    this.#socket.addEventListener('close', ({ code }) => this.#closed(code));
  }

  /** Begins anew, with a fresh connection. */
  reconnect(): void {
    this.#socket.reconnect();
  }

  close(): void {
    this.#rpc?.close();
    this.#socket.close();
  }

  async #enter(): Promise<void> {
    this.#frames = new FrameReader();
    const rpc = new Rpc({
      serves: liveGuest,
      asks: liveRoom,
      handlers: this.#events.handlers,
      send: (message) => this.#socket.send(JSON.stringify(message)),
      onBug: this.#events.onBug,
    });
    this.#rpc?.close();
    this.#rpc = rpc;
    try {
      const { state } = await rpc.ask('enter', this.#events.entry());
      if (state === 'waiting') {
        this.#events.waiting();
      } else {
        this.#events.entered(rpc);
      }
    } catch (error) {
      if (error instanceof RpcError && error.code === 'not-trusted') {
        this.#over('refused');
      } else if (!(error instanceof RpcError && error.code === 'closed')) {
        // Something went wrong there, and may go right the next time.
        this.#events.onBug(error);
        window.setTimeout(() => this.reconnect(), 2000);
      }
    }
  }

  /** They wait no more: whoever leads let them in. */
  admitted(): void {
    if (this.#rpc !== undefined) {
      this.#events.entered(this.#rpc);
    }
  }

  #closed(code: number): void {
    this.#rpc?.close();
    const why = (Object.keys(liveCloses) as Over[]).find((each) => liveCloses[each] === code);
    if (why === undefined) {
      this.#events.offline();
    } else {
      this.#over(why);
    }
  }

  #over(why: Over): void {
    this.close();
    this.#events.over(why);
  }
}
