import * as l10n from '@vscode/l10n';
import type { RawData, WebSocket } from 'ws';
import type { Clock } from '../../core/ports/clock.ts';
import type { PanelFacts } from '../../protocol/boardPanel.ts';
import { liveLimits } from '../../protocol/liveLimits.ts';
import { RetroError } from '../../core/retroError.ts';
import { comeAgain, liveCloses, liveGuest, liveRoom } from '../../protocol/liveRoom.ts';
import { Rpc } from '../../protocol/rpc.ts';
import { FrameSender } from './frameSender.ts';
import { type LiveLog, placeOfBug } from './liveLog.ts';
import type { Gate, LiveMeter } from './liveMeter.ts';
import type { Person, RoomSocket } from './person.ts';
import type { FeedChange, Reader } from './personFeed.ts';
import { notLetIn } from './notLetIn.ts';
import type { Room } from './room.ts';
import { TokenBucket } from './tokenBucket.ts';

/** What a connection is made of. */
export interface SocketParts {
  readonly socket: WebSocket;
  readonly clock: Clock;
  readonly log: LiveLog;
  readonly meter: LiveMeter;
  readonly roomWith: (id: string) => Room | undefined;
  /** It did not come in, or sent what nobody sends who means well. */
  readonly onFailure: () => void;
}

/** WebSocket's own codes. */
const closes = { notText: 1003, policy: 1008 } as const;

/** One connection with a guest: what it may say before it is let in, how much, and what becomes of it. */
export class GuestSocket implements RoomSocket {
  readonly #parts: SocketParts;
  readonly #rpc: Rpc<typeof liveRoom, typeof liveGuest>;
  readonly #sender: FrameSender;
  readonly #bucket: TokenBucket;
  readonly #admission: NodeJS.Timeout;
  #room: Room | undefined;
  #person: Person | undefined;
  #failures = 0;
  #isGone = false;
  #isCutOff = false;

  constructor(parts: SocketParts) {
    const { socket, clock, log } = parts;
    this.#parts = parts;
    this.#bucket = new TokenBucket(clock, liveLimits.messagesPerSecond, liveLimits.burst);
    this.#sender = new FrameSender(
      socket,
      () => {
        log('cut', {});
        this.#cutOff('slow');
        socket.terminate();
      },
      () => this.#person?.feed.catchUpOrWait(this),
    );
    this.#rpc = new Rpc({
      serves: liveRoom,
      asks: liveGuest,
      send: (message) => this.#sender.send(JSON.stringify(message)),
      onBug: (error) => log('bug', { at: placeOfBug(error) }),
      handlers: this.#handlers(),
    });
    this.#admission = setTimeout(() => this.#cutOff('admission', liveCloses.refused), liveLimits.admission);
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    socket.on('ping', () => this.#count());
    // What is no frame that may come is answered by the socket itself.
    socket.on('error', () => this.#cutOff('frame'));
    socket.on('close', () => this.#gone());
  }

  get isBusy(): boolean {
    return this.#sender.isBusy;
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** It was not let in yet. */
  get isOutside(): boolean {
    return this.#room === undefined;
  }

  show(shown: Parameters<Reader['show']>[0]): void {
    this.#rpc.tell('show', shown);
  }

  change(change: FeedChange): void {
    this.#rpc.tell('change', change);
  }

  know(facts: PanelFacts): void {
    this.#rpc.tell('know', facts);
  }

  tellTime(now: number): void {
    this.#rpc.tell('clock', now);
  }

  admitted(secret: string): void {
    this.#rpc.tell('admitted', { secret });
  }

  close(code: number): void {
    this.#parts.socket.close(code);
    // Whoever does not answer the farewell is not waited for.
    setTimeout(() => this.#parts.socket.terminate(), 1000).unref();
  }

  #handlers(): ConstructorParameters<typeof Rpc<typeof liveRoom, typeof liveGuest>>[0]['handlers'] {
    return {
      enter: async (entry) => {
        if (this.#room !== undefined) {
          throw this.#failed();
        }
        const room = this.#parts.roomWith(entry.room);
        if (room === undefined) {
          throw this.#failed();
        }
        if (room.isAway) {
          this.close(comeAgain);
          throw new RetroError(
            'busy',
            l10n.t('The server cannot keep anything for now. Try again in a moment.'),
          );
        }
        this.#room = room;
        try {
          this.#person = await room.enter(this, entry, (person) => {
            this.#person = person;
          });
        } catch (error) {
          this.#room = undefined;
          this.#failed();
          throw error;
        }
        clearTimeout(this.#admission);
        if (this.#isGone) {
          room.leave(this, this.#person);
        }
        return { state: this.#person === undefined ? 'waiting' : 'in' };
      },
      own: (keys) => this.#inside((room, person) => room.own(person, keys)),
      take: async (wish) => {
        const refused = await this.#inside((room, person) => room.take(person, wish));
        return refused === undefined ? {} : { refused };
      },
      control: async (control) => {
        await this.#inside((room, person) => room.control(person, control));
        return null;
      },
      answerPulse: async (answers) => {
        await this.#inside((room, person) => room.answerPulse(person, answers));
        return null;
      },
      offer: () => this.#inside((room, person) => room.offer(person)),
      start: async ({ template, names }) => {
        await this.#inside((room, person) => room.start(person, template, names));
        return null;
      },
      previewMinutes: () => this.#inside((room, person) => room.preview(person)),
      closeMeeting: ({ commit }) => this.#inside((room, person) => room.closeMeeting(person, commit)),
      keepBoth: () => this.#inside((room, person) => room.keepBoth(person)),
    };
  }

  /** Does something for whoever is in; for anybody else there is nothing to be done. */
  #inside<T>(act: (room: Room, person: Person) => T): T {
    if (this.#room === undefined || this.#person === undefined) {
      throw this.#failed();
    }
    return act(this.#room, this.#person);
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (isBinary) {
      this.#cutOff('frame', closes.notText);
      return;
    }
    if (this.#count()) {
      const dropped = this.#rpc.dropped;
      // What comes from a guest is one frame: parts would be a way around its limit.
      this.#rpc.receive(parsed((data as Buffer).toString('utf8')));
      if (this.#rpc.dropped > dropped) {
        this.#failed();
      }
    }
  }

  /** Whether one message more may come. */
  #count(): boolean {
    const may = this.#bucket.take() && this.#person?.bucket.take() !== false;
    if (!may) {
      this.#cutOff('rate', closes.policy);
    }
    return may;
  }

  /** Something was refused that nobody sends who means well: five times is enough. */
  #failed(): Error {
    this.#failures += 1;
    if (this.#person === undefined) {
      this.#parts.meter.keptOut('proof');
      this.#parts.onFailure();
    }
    if (this.#failures >= liveLimits.failuresPerSocket) {
      setImmediate(() => this.#cutOff('failures', liveCloses.refused));
    }
    return notLetIn();
  }

  /** Ends the connection for what it did; counted once, whatever it sends until it is gone. */
  #cutOff(gate: Gate, code?: number): void {
    if (!this.#isCutOff) {
      this.#isCutOff = true;
      this.#parts.meter.keptOut(gate);
    }
    if (code !== undefined) {
      this.close(code);
    }
  }

  #gone(): void {
    this.#isGone = true;
    clearTimeout(this.#admission);
    this.#rpc.close();
    this.#room?.leave(this, this.#person);
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
