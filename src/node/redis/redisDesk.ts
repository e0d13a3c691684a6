import * as l10n from '@vscode/l10n';
import type { DeedType } from '../../core/board/intent.ts';
import { RetroError, type RetroErrorCode } from '../../core/retroError.ts';
import type { DeskChange, DeskFacts, DeskWork, Errand, Errands, RoomDesk } from '../live/roomDesk.ts';
import { newSecret } from '../live/secrets.ts';
import type { RedisConnection } from './redisConnection.ts';
import { type LeasePatience, RedisLease } from './redisLease.ts';
import { roomKey } from './roomKey.ts';
import { SealedWords } from './sealedWords.ts';

/** What processes say to each other about the work of a room. */
type Message =
  /** Whoever does the work is asked to say how it stands. */
  | { readonly kind: 'who' }
  | { readonly kind: 'facts'; readonly from: string; readonly facts: DeskFacts }
  | {
      readonly kind: 'asks';
      readonly to: string;
      readonly id: string;
      readonly errand: Errand;
      readonly asks: unknown;
    }
  /** It is being done. */
  | { readonly kind: 'heard'; readonly id: string }
  | { readonly kind: 'answers'; readonly id: string; readonly answer: unknown }
  | { readonly kind: 'refuses'; readonly id: string; readonly code: RetroErrorCode; readonly reason: string };

/** Something that another process was asked for. */
interface Asked {
  readonly errand: Errand;
  readonly asks: unknown;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
  /** When it was heard of last, or asked for: by the monotonic clock of this process. */
  heard: number;
}

/** Milliseconds. */
export interface DeskPatience extends Partial<LeasePatience> {
  /** Between two times that something is said again, for it may not have been heard. */
  readonly again: number;
  /** How long nothing may be heard of what was asked for. */
  readonly silence: number;
  /** How long an answer is kept for whoever did not hear it. */
  readonly keep: number;
}

/** Longer than it takes until what a dead process did is done by another one. */
const usualDeskPatience: DeskPatience = { again: 1000, silence: 15_000, keep: 60_000 };

/** What a desk is made of. */
export interface RedisDeskParts {
  readonly redis: RedisConnection;
  /** As of the journal of the room. */
  readonly name: string;
  /** What only processes that serve the room know. */
  readonly secret: string;
  readonly work: DeskWork;
  readonly onBug: (error: unknown) => void;
}

/**
 * The desk of a room that several processes serve: one of them does the work, and the others ask it over a channel of
 * Redis. What they say there is sealed: it is kept nowhere, whoever listens does not understand it, and what others say
 * is not heeded.
 */
export class RedisDesk implements RoomDesk {
  readonly #parts: RedisDeskParts;
  readonly #patience: DeskPatience;
  readonly #channel: string;
  readonly #seal: SealedWords;
  /** Of this process. */
  readonly #mark = newSecret();
  readonly #asked = new Map<string, Asked>();
  /** What was done here for others, or is being done. */
  readonly #done = new Map<string, Promise<Message>>();
  readonly #listeners = new Set<(what: DeskChange) => void>();
  readonly #stops: (() => void)[] = [];
  #lease: RedisLease | undefined;
  #isHere = false;
  #ready: Promise<void> = Promise.resolve();
  /** What whoever does the work said last, and who that is. */
  #said: DeskFacts | undefined;
  #holder = '';

  private constructor(parts: RedisDeskParts, patience: DeskPatience) {
    this.#parts = parts;
    this.#patience = patience;
    this.#channel = roomKey(parts.name, 'desk');
    this.#seal = new SealedWords(parts.secret, 'retrolog desk 1');
  }

  /** @throws RedisAway, ErrorReply */
  static async open(parts: RedisDeskParts, given: Partial<DeskPatience> = {}): Promise<RedisDesk> {
    const patience = { ...usualDeskPatience, ...given };
    const desk = new RedisDesk(parts, patience);
    const { redis, name, work } = parts;
    const timer = setInterval(() => desk.#sayAgain(), patience.again).unref();
    desk.#stops.push(
      () => clearInterval(timer),
      redis.onDidConnect(() => desk.#say({ kind: 'who' })),
      work.onDidChange((what) => desk.#workChanged(what)),
      await redis.hear(desk.#channel, (sealed) => desk.#hear(sealed)),
    );
    desk.#lease = await RedisLease.open(
      redis,
      name,
      { taken: () => desk.#taken(), lost: () => desk.#lost() },
      patience,
    );
    await desk.#ready;
    desk.#sayAgain();
    return desk;
  }

  get facts(): DeskFacts {
    return this.#isHere ? this.#parts.work.facts : (this.#said ?? this.#parts.work.facts);
  }

  async run<E extends Errand>(errand: E, asks: Errands[E]['asks']): Promise<Errands[E]['answer']> {
    if (this.#mayWork) {
      await this.#ready;
      return this.#parts.work.run(errand, asks);
    }
    return new Promise((resolve, reject) => {
      this.#asked.set(newSecret(), { errand, asks, resolve, reject, heard: performance.now() });
      this.#sayAgain();
    });
  }

  changed(deed: DeedType): void {
    if (this.#isHere) {
      this.#parts.work.changed(deed);
    }
  }

  forget(participant: string): void {
    if (this.#isHere) {
      this.#parts.work.forget(participant);
    }
  }

  onDidChange(listener: (what: DeskChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async flush(): Promise<void> {
    if (this.#mayWork) {
      await this.#ready;
      await this.#parts.work.flush();
    }
  }

  async close(): Promise<void> {
    await this.flush();
    this.#stops.forEach((stop) => stop());
    this.#listeners.clear();
    this.#asked.forEach(({ reject }) => reject(notThere()));
    this.#asked.clear();
    this.#isHere = false;
    this.#parts.work.giveUp();
    await this.#lease?.close();
  }

  /** Where Redis cannot be reached, another process may do it by now. */
  get #mayWork(): boolean {
    return this.#isHere && this.#lease?.isMine !== false;
  }

  #taken(): void {
    const { work, onBug } = this.#parts;
    this.#isHere = true;
    this.#ready = work
      .takeOver()
      .then(() => work.flush())
      .catch(onBug)
      .then(() => {
        this.#tell('minutes');
        this.#tell('pulse');
        this.#sayFacts();
      });
  }

  #lost(): void {
    this.#isHere = false;
    this.#said = undefined;
    this.#parts.work.giveUp();
    this.#say({ kind: 'who' });
  }

  #workChanged(what: DeskChange): void {
    if (this.#isHere) {
      this.#tell(what);
      this.#sayFacts();
    }
  }

  #tell(what: DeskChange): void {
    this.#listeners.forEach((listener) => listener(what));
  }

  /** What was asked for once may have been heard by nobody. */
  #sayAgain(): void {
    if (!this.#isHere && this.#said === undefined) {
      this.#say({ kind: 'who' });
    }
    for (const [id, asked] of this.#asked) {
      const { errand, asks } = asked;
      if (this.#mayWork) {
        this.#asked.delete(id);
        void this.run(errand, asks as never).then(asked.resolve as () => void, asked.reject);
      } else if (performance.now() - asked.heard > this.#patience.silence) {
        this.#asked.delete(id);
        asked.reject(notThere());
      } else if (this.#holder !== '') {
        this.#say({ kind: 'asks', to: this.#holder, id, errand, asks });
      }
    }
  }

  #sayFacts(): void {
    this.#say({ kind: 'facts', from: this.#mark, facts: this.#parts.work.facts });
  }

  /** Where it is not heard, it is said again. */
  #say(message: Message): void {
    const sealed = this.#seal.close(JSON.stringify(message));
    this.#parts.redis.send('PUBLISH', this.#channel, sealed).catch(() => undefined);
  }

  #hear(sealed: string): void {
    const words = this.#seal.open(sealed);
    if (words === undefined) {
      return;
    }
    const message = JSON.parse(words) as Message;
    switch (message.kind) {
      case 'who':
        return this.#isHere ? this.#sayFacts() : undefined;
      case 'facts':
        return this.#isHere ? undefined : this.#learn(message.from, message.facts);
      case 'asks':
        return message.to === this.#mark && this.#mayWork ? this.#doFor(message) : undefined;
      case 'heard':
      case 'answers':
      case 'refuses':
        return this.#answered(message);
    }
  }

  #learn(from: string, facts: DeskFacts): void {
    const before = this.facts;
    this.#holder = from;
    this.#said = facts;
    if (
      JSON.stringify([before.minutes, before.canCommit]) !== JSON.stringify([facts.minutes, facts.canCommit])
    ) {
      this.#tell('minutes');
    }
    if (JSON.stringify(before.pulse) !== JSON.stringify(facts.pulse)) {
      this.#tell('pulse');
    }
  }

  /** Does something for another process, once however often it asks. */
  #doFor({ id, errand, asks }: Extract<Message, { kind: 'asks' }>): void {
    this.#say({ kind: 'heard', id });
    if (!this.#done.has(id)) {
      this.#done.set(id, this.#outcome(id, errand, asks));
      setTimeout(() => this.#done.delete(id), this.#patience.keep).unref();
    }
    void this.#done.get(id)?.then((outcome) => this.#say(outcome));
  }

  async #outcome(id: string, errand: Errand, asks: unknown): Promise<Message> {
    const { work, onBug } = this.#parts;
    try {
      await this.#ready;
      return { kind: 'answers', id, answer: await work.run(errand, asks as never) };
    } catch (error) {
      if (error instanceof RetroError) {
        return { kind: 'refuses', id, code: error.code, reason: error.message };
      }
      onBug(error);
      return { kind: 'refuses', id, code: 'busy', reason: notThere().message };
    }
  }

  #answered(message: Extract<Message, { id: string }>): void {
    const asked = this.#asked.get(message.id);
    if (asked === undefined) {
      return;
    }
    asked.heard = performance.now();
    if (message.kind !== 'heard') {
      this.#asked.delete(message.id);
    }
    if (message.kind === 'answers') {
      asked.resolve(message.answer as never);
    }
    if (message.kind === 'refuses') {
      asked.reject(new RetroError(message.code, message.reason));
    }
  }
}

function notThere(): RetroError {
  return new RetroError(
    'busy',
    l10n.t(
      'The server that writes the minutes and holds the surveys does not answer. Try again in a moment.',
    ),
  );
}
