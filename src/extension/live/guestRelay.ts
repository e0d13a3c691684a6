import type * as vscode from 'vscode';
import { WebSocket } from 'ws';
import { guestPanelHost, guestPanelPage } from '../../protocol/guestPanel.ts';
import { liveLimits } from '../../protocol/liveLimits.ts';
import type { Handlers } from '../../protocol/methods.ts';
import { Rpc } from '../../protocol/rpc.ts';
import { socketPath } from '../../node/live/gate.ts';
import { sendTo } from '../webviewEnds.ts';

/** What the page of a guest asks for that is no matter of its connection. */
export type GuestDeeds = Omit<Handlers<typeof guestPanelHost>, 'connect' | 'send' | 'disconnect'>;

/** The room that a page is connected with. */
export interface RelayParts {
  readonly webview: Pick<vscode.Webview, 'postMessage' | 'onDidReceiveMessage'>;
  /** Where the room's server is now, without a slash at its end. */
  readonly address: () => string;
  readonly deeds: GuestDeeds;
  readonly onBug: (error: unknown) => void;
}

/** Connects the page of a guest in a panel with its room: a panel may reach no network by itself. */
export class GuestRelay {
  readonly #rpc: Rpc<typeof guestPanelHost, typeof guestPanelPage>;
  readonly #address: () => string;
  readonly #sockets = new Map<number, WebSocket>();
  readonly #received: vscode.Disposable;

  constructor({ webview, address, deeds, onBug }: RelayParts) {
    this.#address = address;
    this.#rpc = new Rpc({
      serves: guestPanelHost,
      asks: guestPanelPage,
      send: sendTo(webview),
      onBug,
      handlers: {
        ...deeds,
        begin: () => {
          this.#dropAll();
          return deeds.begin(null);
        },
        connect: ({ socket }) => this.#connect(socket),
        send: ({ socket, frame }) => this.#send(socket, frame),
        disconnect: ({ socket }) => this.#sockets.get(socket)?.close(),
      },
    });
    this.#received = webview.onDidReceiveMessage((message: unknown) => this.#rpc.receive(message));
  }

  close(): void {
    this.#received.dispose();
    this.#rpc.close();
    this.#dropAll();
  }

  /** A page that is gone hears no more of its connections. */
  #dropAll(): void {
    const sockets = [...this.#sockets.values()];
    this.#sockets.clear();
    sockets.forEach((socket) => socket.terminate());
  }

  #connect(number: number): void {
    const address = this.#address();
    const socket = new WebSocket(`${address.replace(/^http/, 'ws')}${socketPath}`, {
      origin: address,
      handshakeTimeout: liveLimits.admission,
      maxPayload: liveLimits.buffered,
      perMessageDeflate: false,
    });
    this.#sockets.set(number, socket);
    const isHeard = (): boolean => this.#sockets.get(number) === socket;
    socket.on('open', () => (isHeard() ? this.#rpc.tell('opened', { socket: number }) : undefined));
    socket.on('message', (data, isBinary) => {
      if (!isBinary && isHeard()) {
        this.#rpc.tell('frame', { socket: number, frame: (data as Buffer).toString('utf8') });
      }
    });
    // What goes wrong ends in a close, and the page tries again.
    socket.on('error', () => undefined);
    socket.on('close', (code) => {
      if (isHeard()) {
        this.#sockets.delete(number);
        this.#rpc.tell('closed', { socket: number, code });
      }
    });
  }

  #send(number: number, frame: string): void {
    const socket = this.#sockets.get(number);
    if (socket?.readyState === WebSocket.OPEN) {
      socket.send(frame);
    }
  }
}
