import { randomBytes, randomInt } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { connect } from 'node:net';
import { type ClientOptions, WebSocket } from 'ws';
import { liveLimits } from '../../src/protocol/liveLimits.ts';

/** A room, and what those who attack it have got hold of. */
export interface Attacked {
  readonly port: number;
  readonly room: string;
  /** The token of the invitation, which lets one knock. */
  readonly invitation: string;
  /** The secrets of two who were let in. */
  readonly secrets: readonly [string, string];
}

/** How often something was tried, and how often it was let through that must not be. */
export interface Tally {
  tried: number;
  accepted: number;
}

/** What an attempt came to. */
interface Outcome {
  readonly opened: boolean;
  /** What came over the connection until it was closed. */
  readonly received: readonly string[];
}

/** So many of a kind at the same time. */
const atOnce = { halfOpen: 200, other: 3 } as const;

/** Everything at once that is hostile to a live server, over and over, as fast as one process can. */
export class RoomAttack {
  readonly #at: Attacked;
  readonly #stopped = new AbortController();
  readonly #work: Promise<unknown>;
  #count = 0;
  readonly tallies: Readonly<Record<string, Tally>>;

  constructor(at: Attacked) {
    this.#at = at;
    setMaxListeners(0, this.#stopped.signal);
    const kinds: Readonly<Record<string, () => Promise<boolean>>> = {
      strangeAddresses: () => this.#strangeAddress(),
      wrongProofs: () => this.#wrongProofs(),
      halfOpen: () => this.#halfOpen(),
      largeFrames: () => this.#outside((socket) => socket.send('x'.repeat(liveLimits.frame + 1))),
      tinyPieces: () => this.#outside(sendPieces),
      binaryFrames: () => this.#outside((socket) => socket.send(randomBytes(1000))),
      knocks: () => this.#knock(),
      forbiddenDeeds: () => this.#forbiddenDeeds(),
      presence: () => this.#presence(),
    };
    this.tallies = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, { tried: 0, accepted: 0 }]));
    this.#work = Promise.all(Object.entries(kinds).flatMap(([kind, strike]) => this.#repeat(kind, strike)));
  }

  /** How often anything was let through that must not be. */
  get accepted(): number {
    return Object.values(this.tallies).reduce((sum, { accepted }) => sum + accepted, 0);
  }

  /** Ends it; resolves when all its connections are gone. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#work;
  }

  #repeat(kind: string, strike: () => Promise<boolean>): readonly Promise<void>[] {
    const tally = this.tallies[kind] ?? { tried: 0, accepted: 0 };
    const one = async (): Promise<void> => {
      while (!this.#stopped.signal.aborted) {
        const accepted = await strike();
        tally.tried += 1;
        tally.accepted += accepted ? 1 : 0;
        // A connection that is refused at once leaves the others no turn.
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    return Array.from({ length: kind === 'halfOpen' ? atOnce.halfOpen : atOnce.other }, one);
  }

  /** Another host, another origin, another path: the connection must not open. */
  async #strangeAddress(): Promise<boolean> {
    const { port } = this.#at;
    const own = `127.0.0.1:${port}`;
    const strange = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `http://${own}.evil.example` },
      { origin: `http://${own}`, headers: { Host: `evil.example:${port}` } },
      { origin: `http://${own}`, path: '/live?x' },
    ];
    this.#count += 1;
    const { path = '/live', ...options } = strange[this.#count % strange.length] ?? {};
    return (await this.#exchange(options, () => undefined, isAnything, path)).opened;
  }

  async #wrongProofs(): Promise<boolean> {
    const { room, invitation } = this.#at;
    const proofs = [
      '',
      randomBytes(32).toString('base64url'),
      invitation.slice(1),
      `${invitation.slice(0, -1)}${invitation.endsWith('A') ? 'B' : 'A'}`,
      '__proto__',
    ];
    const { received } = await this.#exchange({}, (socket) =>
      proofs.forEach((proof, request) => socket.send(entering(request, { room, proof, name: 'Eve' }))),
    );
    return received.some(isAnswer);
  }

  /** A request without an end. */
  #halfOpen(): Promise<boolean> {
    return new Promise((resolve) => {
      let answered = '';
      const socket = connect(this.#at.port, '127.0.0.1', () =>
        socket.write(`GET /live HTTP/1.1\r\nHost: 127.0.0.1:${this.#at.port}\r\nX: `),
      );
      const stop = (): void => void socket.destroy();
      this.#stopped.signal.addEventListener('abort', stop);
      socket.on('data', (data) => {
        answered += data.toString('latin1');
      });
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#stopped.signal.removeEventListener('abort', stop);
        resolve(/^HTTP\/1\.1 [12]/.test(answered));
      });
    });
  }

  /** What nobody sends who means well, from somebody who is not in: nothing may come back. */
  async #outside(say: (socket: WebSocket) => void): Promise<boolean> {
    return (await this.#exchange({}, say)).received.length > 0;
  }

  /** Asks to come in, and goes again. Nobody lets them in. */
  async #knock(): Promise<boolean> {
    const { room, invitation: proof } = this.#at;
    const say = (socket: WebSocket): void =>
      socket.send(entering(0, { room, proof, name: `Eve ${'x'.repeat(50)}` }));
    const { received } = await this.#exchange({}, say, isAnything);
    return received.some((frame) => frame.includes('"in"') || frame.includes('"view"'));
  }

  /** Deeds that only others may do, from somebody who was let in. */
  async #forbiddenDeeds(): Promise<boolean> {
    const deeds = [
      { type: 'reveal' },
      { type: 'goTo', phase: 'close' },
      { type: 'removeParticipant', who: 'nobody00' },
      { type: 'editCard', card: 'nobody00', text: 'Not mine' },
      { type: 'fly' },
    ];
    const many = Array.from({ length: 40 }, () => deeds).flat();
    return (await this.#done(this.#at.secrets[0], many)) > 0;
  }

  /** "I'm done" and "I'm not", over and over, from somebody who was let in: as often as a guest may, it is done. */
  async #presence(): Promise<boolean> {
    const deeds = Array.from({ length: liveLimits.burst + 10 }, (_, at) => ({
      type: 'setReady',
      ready: at % 2 === 0,
    }));
    return (await this.#done(this.#at.secrets[1], deeds)) > liveLimits.burst;
  }

  /** How many of the deeds of a guest who was let in were done. */
  async #done(proof: string, deeds: readonly object[]): Promise<number> {
    const { room } = this.#at;
    const { received } = await this.#exchange({}, (socket) => {
      socket.send(entering(0, { room, proof, name: '' }));
      deeds.forEach((deed, at) => {
        const id = randomBytes(6).toString('hex');
        socket.send(JSON.stringify({ request: at + 1, method: 'take', input: { id, deed } }));
      });
    });
    return received.filter(
      (frame) => isAnswer(frame) && !frame.startsWith('{"answer":0,') && !frame.includes('"refused"'),
    ).length;
  }

  /** Says something over a connection, and listens until the other end closes it or enough has come. */
  #exchange(
    options: ClientOptions,
    say: (socket: WebSocket) => void,
    isEnough: (frame: string) => boolean = () => false,
    path = '/live',
  ): Promise<Outcome> {
    const { port } = this.#at;
    return new Promise((resolve) => {
      const received: string[] = [];
      let opened = false;
      const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, {
        origin: `http://127.0.0.1:${port}`,
        ...somewhere(),
        ...options,
      });
      const stop = (): void => socket.terminate();
      this.#stopped.signal.addEventListener('abort', stop);
      socket.on('open', () => {
        opened = true;
        say(socket);
      });
      socket.on('message', (data: Buffer) => {
        received.push(data.toString());
        if (isEnough(data.toString())) {
          socket.terminate();
        }
      });
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#stopped.signal.removeEventListener('abort', stop);
        resolve({ opened, received });
      });
    });
  }
}

function entering(request: number, who: { room: string; proof: string; name: string }): string {
  return JSON.stringify({ request, method: 'enter', input: { ...who, last: { feed: '', at: 0 } } });
}

function isAnswer(frame: string): boolean {
  return frame.startsWith('{"answer":');
}

function isAnything(): boolean {
  return true;
}

function sendPieces(socket: WebSocket): void {
  for (let count = 0; count < 200; count += 1) {
    socket.send('x', { fin: false });
  }
}

/** Ever other addresses of this machine, where it has many: one that failed often is kept away. */
function somewhere(): ClientOptions {
  return process.platform === 'linux'
    ? { localAddress: `127.${randomInt(1, 250)}.${randomInt(1, 250)}.${randomInt(2, 250)}` }
    : {};
}
