import { guestPanelHost, guestPanelPage } from '../../protocol/guestPanel.ts';
import { Rpc } from '../../protocol/rpc.ts';
import type { EditorApi } from '../editorApi.ts';
import type { SocketMaker } from './guestHome.ts';

/** The page's end of the connection with its extension. */
export type PanelRpc = Rpc<typeof guestPanelPage, typeof guestPanelHost>;

/** The connections of a page that the extension makes for it, since a panel may reach no network. */
export class SocketPipe {
  readonly rpc: PanelRpc;
  readonly #sockets = new Map<number, PipedSocket>();
  #made = 0;

  constructor({ send, onBug }: EditorApi) {
    this.rpc = new Rpc({
      serves: guestPanelPage,
      asks: guestPanelHost,
      send,
      onBug,
      handlers: {
        opened: ({ socket }) => this.#sockets.get(socket)?.opened(),
        frame: ({ socket, frame }) => this.#sockets.get(socket)?.received(frame),
        closed: ({ socket, code }) => {
          this.#sockets.get(socket)?.closed(code);
          this.#sockets.delete(socket);
        },
      },
    });
  }

  /** Makes connections as the browser's `WebSocket` does. Their address is known to the extension. */
  get maker(): SocketMaker {
    const connect = (socket: PipedSocket): number => {
      this.#made += 1;
      this.#sockets.set(this.#made, socket);
      this.rpc.tell('connect', { socket: this.#made });
      return this.#made;
    };
    const { rpc } = this;
    return class extends PipedSocket {
      constructor() {
        super(rpc, connect);
      }
    };
  }
}

/** One connection: the part of `WebSocket` that is used of it. */
class PipedSocket extends EventTarget {
  static readonly CLOSING = WebSocket.CLOSING;
  readonly #rpc: PanelRpc;
  readonly #number: number;
  readonly bufferedAmount = 0;
  binaryType: BinaryType = 'blob';
  readyState: number = WebSocket.CONNECTING;

  constructor(rpc: PanelRpc, connect: (socket: PipedSocket) => number) {
    super();
    this.#rpc = rpc;
    this.#number = connect(this);
  }

  send(data: unknown): void {
    this.#rpc.tell('send', { socket: this.#number, frame: String(data) });
  }

  close(): void {
    this.readyState = WebSocket.CLOSING;
    this.#rpc.tell('disconnect', { socket: this.#number });
  }

  opened(): void {
    this.readyState = WebSocket.OPEN;
    this.dispatchEvent(new Event('open'));
  }

  received(frame: string): void {
    this.dispatchEvent(new MessageEvent('message', { data: frame }));
  }

  closed(code: number): void {
    this.readyState = WebSocket.CLOSED;
    this.dispatchEvent(new CloseEvent('close', { code }));
  }
}
