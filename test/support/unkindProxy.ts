import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { SeededRandom } from './seededRandom.ts';

/** Two ends of one connection that goes through the proxy. */
interface Pair {
  readonly near: Socket;
  readonly far: Socket;
  isSilent: boolean;
}

/** A network between guests and their server that is slow, loses what is said, and cuts connections, when it is told to. */
export class UnkindProxy {
  readonly #server: Server;
  readonly #random: SeededRandom;
  readonly #pairs = new Set<Pair>();
  readonly #ports: () => readonly number[];
  #joined = 0;
  /** Milliseconds that a piece takes at most. */
  slowest = 0;
  /** How many connections were cut. */
  cuts = 0;

  private constructor(random: SeededRandom, ports: () => readonly number[]) {
    this.#random = random;
    this.#ports = ports;
    this.#server = createServer((near) => this.#join(near));
  }

  /** @param ports where it leads to now: to one after the other */
  static async open(random: SeededRandom, ports: () => readonly number[]): Promise<UnkindProxy> {
    const proxy = new UnkindProxy(random, ports);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** For a share of the connections nothing arrives any more, on either side; after a while they are cut. */
  async part(share: number, milliseconds: number): Promise<void> {
    const parted = [...this.#pairs].filter(() => this.#random.next() < share);
    parted.forEach((pair) => {
      pair.isSilent = true;
    });
    await new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    });
    parted.forEach((pair) => this.#cut(pair));
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#pairs.forEach((pair) => this.#cut(pair));
    await closed;
  }

  #join(near: Socket): void {
    const ports = this.#ports();
    const port = ports[this.#joined % ports.length] ?? 0;
    this.#joined += 1;
    const pair: Pair = { near, far: connect(port, '127.0.0.1'), isSilent: false };
    this.#pairs.add(pair);
    this.#carry(pair, pair.near, pair.far);
    this.#carry(pair, pair.far, pair.near);
  }

  /** Pieces keep their order, as they do on any network that is spoken over. */
  #carry(pair: Pair, from: Socket, to: Socket): void {
    let before = Promise.resolve();
    from.on('data', (piece) => {
      const delay = this.#random.next() * this.slowest;
      before = before.then(() => this.#passed(pair, to, piece, delay));
    });
    from.on('error', () => undefined);
    // What was said before the end is on its way, and arrives.
    from.on('close', () => void before.then(() => this.#cut(pair)));
  }

  async #passed(pair: Pair, to: Socket, piece: Buffer, delay: number): Promise<void> {
    if (delay >= 1) {
      await new Promise((resolve) => {
        setTimeout(resolve, delay);
      });
    }
    if (!pair.isSilent) {
      to.write(piece);
    }
  }

  #cut(pair: Pair): void {
    if (this.#pairs.delete(pair)) {
      this.cuts += 1;
      pair.near.destroy();
      pair.far.destroy();
    }
  }
}
