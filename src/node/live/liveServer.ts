import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from '../../core/ports/clock.ts';
import { liveLimits } from '../../protocol/liveLimits.ts';
import { AddressBlock } from './addressBlock.ts';
import { addressOf, gateOf, type Reachable, reachableAt, wrongRequest, wrongUpgrade } from './gate.ts';
import { commonHeaders, type GuestPages, sendFile, sendPage } from './guestPages.ts';
import { GuestSocket } from './guestSocket.ts';
import { listenOn } from './listenOn.ts';
import type { LiveLog } from './liveLog.ts';
import { type Gate, type LiveMeter, noMeter } from './liveMeter.ts';
import type { Room } from './room.ts';

/** How a server is reached. */
export interface Listening {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Other addresses that lead here: of a proxy, or of a port that is forwarded. */
  readonly origins: readonly string[];
}

/** What a server is made of. */
export interface ServerParts {
  readonly pages: GuestPages;
  readonly clock: Clock;
  readonly log: LiveLog;
  readonly meter?: LiveMeter;
  /** Connections that it holds at most, of all rooms; as many as `liveLimits` say otherwise. */
  readonly mostSockets?: number;
  /** Milliseconds between two looks for connections that are gone; fifteen seconds unless set. */
  readonly heartbeat?: number;
}

/** Milliseconds. */
const slowest = 10_000;
const heartbeat = 15_000;
/** Connections that have not come in yet, of all rooms. */
const mostOutside = 500;

/** Serves the guest page and connects guests with rooms. Knows nothing of boards. */
export class LiveServer {
  readonly #parts: ServerParts;
  readonly #meter: LiveMeter;
  readonly #http: Server;
  readonly #sockets: WebSocketServer;
  readonly #open = new Map<WebSocket, { guest: GuestSocket; isAlive: boolean }>();
  readonly #rooms = new Map<string, Room>();
  readonly #block: AddressBlock;
  readonly #beat: NodeJS.Timeout;
  #reachable: Reachable = reachableAt('127.0.0.1', 0, []);
  #isClosing = false;
  #address = '';
  #ownAddress = '';
  #port = 0;

  private constructor(parts: ServerParts) {
    this.#parts = parts;
    this.#meter = parts.meter ?? noMeter;
    this.#block = new AddressBlock(parts.clock);
    this.#http = createServer({
      headersTimeout: slowest,
      requestTimeout: slowest,
      connectionsCheckingInterval: 1000,
      keepAliveTimeout: 5000,
      maxHeaderSize: 16_384,
    });
    this.#sockets = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: liveLimits.frame,
      maxFragments: 128,
    });
    this.#http.on('request', (request, response) => this.#answer(request, response));
    this.#http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
    this.#http.on('clientError', (_error, socket) => this.#keepOut(socket, 400, 'request'));
    this.#beat = setInterval(() => this.#listenForHearts(), parts.heartbeat ?? heartbeat);
  }

  /**
   * A server that listens.
   *
   * @throws RetroError `busy` where the port is taken, `cannot-read` where the address is none of this machine
   */
  static async listen(listening: Listening, parts: ServerParts): Promise<LiveServer> {
    const server = new LiveServer(parts);
    await server.#listen(listening);
    return server;
  }

  /** The address that people are given: of the proxy, where there is one. Without a slash at its end. */
  get address(): string {
    return this.#address;
  }

  /** The address that it listens on itself, without a slash at its end; empty where that is every address. */
  get ownAddress(): string {
    return this.#ownAddress;
  }

  get port(): number {
    return this.#port;
  }

  /** How many connections there are. */
  get socketCount(): number {
    return this.#open.size;
  }

  /** What there is at the moment. */
  get counts(): { readonly rooms: number; readonly people: number; readonly sockets: number } {
    const rooms = [...this.#rooms.values()];
    const people = rooms.reduce((sum, room) => sum + room.peopleCount, 0);
    return { rooms: rooms.length, people, sockets: this.#open.size };
  }

  open(room: Room): void {
    this.#rooms.set(room.id, room);
  }

  /** Closes one room; the others go on. */
  async shut(room: Room): Promise<void> {
    this.#rooms.delete(room.id);
    await room.close(1001);
  }

  /** No room is opened any more. */
  get isClosing(): boolean {
    return this.#isClosing;
  }

  /** Closes every room and every connection. What was acknowledged is safe already. */
  async close(): Promise<void> {
    this.#isClosing = true;
    clearInterval(this.#beat);
    const stopped = new Promise<void>((resolve) => this.#http.close(() => resolve()));
    await Promise.all([...this.#rooms.values()].map((room) => room.close(1001)));
    this.#open.forEach((_, socket) => socket.close(1001));
    setTimeout(() => this.#open.forEach((_, socket) => socket.terminate()), 500).unref();
    this.#http.closeIdleConnections();
    setTimeout(() => this.#http.closeAllConnections(), 1000).unref();
    await stopped;
  }

  async #listen({ host, port, origins }: Listening): Promise<void> {
    const taken = await listenOn(this.#http, host, port, 'host').catch((error: unknown) => {
      clearInterval(this.#beat);
      throw error;
    });
    this.#port = taken;
    this.#reachable = reachableAt(host, taken, origins);
    this.#ownAddress = [...reachableAt(host, taken, []).origins][0] ?? '';
    this.#address = origins[0] === undefined ? this.#ownAddress : new URL(origins[0]).origin;
    this.#parts.log('listening', { port: taken });
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const wrong = wrongRequest(request, this.#reachable);
    const file = this.#parts.pages.get(request.url ?? '');
    const withBody = request.method === 'GET';
    if (wrong !== undefined || (request.url !== '/' && file === undefined)) {
      response.writeHead(wrong ?? 404, { ...commonHeaders, 'Content-Length': 0, Connection: 'close' });
      response.end();
    } else if (file === undefined) {
      sendPage(response, request.headers.host ?? '', withBody);
    } else {
      const zipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
      sendFile(response, file, zipped, withBody);
    }
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => undefined);
    const wrong = wrongUpgrade(request, this.#reachable);
    const address = addressOf(request, this.#reachable);
    if (wrong !== undefined) {
      this.#parts.log('refused', { status: wrong });
      this.#keepOut(socket, wrong, gateOf(wrong));
      return;
    }
    if (this.#block.isBlocked(address)) {
      this.#keepOut(socket, 429, 'blocked');
      return;
    }
    // Before there is a room nobody is told that there is none: whoever comes back waits.
    if (
      this.#rooms.size === 0 ||
      this.#open.size >= (this.#parts.mostSockets ?? liveLimits.socketsPerProcess) ||
      [...this.#open.values()].filter(({ guest }) => guest.isOutside).length >= mostOutside
    ) {
      this.#keepOut(socket, 503, 'busy');
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#connected(opened, address));
  }

  #keepOut(socket: Duplex, status: number, gate: Gate): void {
    this.#meter.keptOut(gate);
    refuse(socket, status);
  }

  #connected(socket: WebSocket, address: string): void {
    const { clock, log } = this.#parts;
    const guest = new GuestSocket({
      socket,
      clock,
      log,
      meter: this.#meter,
      roomWith: (id) => this.#rooms.get(id),
      onFailure: () => {
        log('refused', {});
        if (this.#block.fail(address)) {
          log('blocked', {});
        }
      },
    });
    const open = { guest, isAlive: true };
    this.#open.set(socket, open);
    socket.on('pong', () => {
      open.isAlive = true;
    });
    socket.on('close', () => this.#open.delete(socket));
  }

  /** Whoever has not answered since the last time is gone. */
  #listenForHearts(): void {
    for (const [socket, open] of this.#open) {
      if (!open.isAlive) {
        socket.terminate();
      } else if (socket.readyState === socket.OPEN) {
        open.isAlive = false;
        socket.ping();
      }
    }
  }
}

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  421: 'Misdirected Request',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};

/** Answers with a status alone and ends the connection. */
function refuse(socket: Duplex, status: number): void {
  if (socket.writable) {
    socket.end(
      `HTTP/1.1 ${status} ${reasons[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
    );
  }
  setTimeout(() => (socket as Socket).destroy(), 500).unref();
}
