import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import type { PrometheusMeter } from './prometheusMeter.ts';
import { listenOn } from './listenOn.ts';

/** Whether guests can come: not before everything is open, nor while boards cannot be kept, nor once it is being closed. */
export type Health = 'starting' | 'ok' | 'away' | 'stopping';

/** What a server of figures is made of. */
export interface MetricsParts {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly meter: Pick<PrometheusMeter, 'type' | 'text'>;
  readonly health: () => Health;
}

/** Milliseconds. */
const slowest = 5000;

/**
 * Answers whoever runs a live server: `/health` and `/metrics`, on an address of its own, which no guest is sent to.
 */
export class MetricsServer {
  readonly #parts: MetricsParts;
  readonly #http: Server;
  #port = 0;

  private constructor(parts: MetricsParts) {
    this.#parts = parts;
    this.#http = createServer({
      headersTimeout: slowest,
      requestTimeout: slowest,
      connectionsCheckingInterval: 1000,
      maxHeaderSize: 8192,
    });
    this.#http.maxConnections = 50;
    this.#http.on('request', (request, response) => void this.#answer(request, response));
    this.#http.on('clientError', (_error, socket) => socket.destroy());
  }

  /**
   * A server that listens.
   *
   * @throws RetroError as `LiveServer.listen`
   */
  static async listen(parts: MetricsParts): Promise<MetricsServer> {
    const server = new MetricsServer(parts);
    const { host, port } = parts;
    server.#port = await listenOn(server.#http, host, port, 'metrics');
    return server;
  }

  get port(): number {
    return this.#port;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#http.close(() => resolve()));
    this.#http.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { meter, health } = this.#parts;
    if (!this.#isMeant(request.headers.host ?? '')) {
      send(response, 421);
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      send(response, 405);
    } else if (request.url === '/health') {
      const status = health();
      send(response, status === 'ok' ? 200 : 503, 'application/json', `${JSON.stringify({ status })}\n`);
    } else if (request.url === '/metrics') {
      send(response, 200, meter.type, await meter.text());
    } else {
      send(response, 404);
    }
  }

  /** A page of somebody else that lets its name lead here (DNS rebinding) comes by a name that nobody chose here. */
  #isMeant(host: string): boolean {
    const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
    return isIP(name) > 0 || name === 'localhost' || name === this.#parts.host;
  }
}

function send(response: ServerResponse, status: number, type = 'text/plain', text = ''): void {
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(text),
    'X-Content-Type-Options': 'nosniff',
  });
  // Of an answer to HEAD no body is sent.
  response.end(text);
}
