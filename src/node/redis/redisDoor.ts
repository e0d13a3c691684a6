import type { DoorDecision, RoomDoor, WaitingGuest } from '../live/roomDoor.ts';
import { newSecret } from '../live/secrets.ts';
import { systemClock } from '../systemClock.ts';
import { decideScript, doorScript } from './doorScripts.ts';
import type { RedisConnection } from './redisConnection.ts';
import { redisNotThere } from './redisNotThere.ts';
import { roomKey } from './roomKey.ts';
import { watchChannel } from './watchChannel.ts';

/** Milliseconds. */
export interface DoorPatience {
  /** Between two times that a process says who is there. */
  readonly beat: number;
  /** After so long without that nobody is there any more. */
  readonly forget: number;
}

const usualDoorPatience: DoorPatience = { beat: 2000, forget: 8000 };

interface Asking {
  readonly guest: WaitingGuest & { readonly since: number };
  readonly decided: (decision: DoorDecision) => Promise<void>;
}

/** The door of a room that several processes serve. Decisions cross over, secrets do not: whoever has the guest makes them. */
export class RedisDoor implements RoomDoor {
  readonly #redis: RedisConnection;
  readonly #keys: readonly [waiting: string, decided: string, inside: string];
  readonly #patience: DoorPatience;
  /** Of this process. */
  readonly #mark = newSecret();
  readonly #asking = new Map<string, Asking>();
  readonly #listeners = new Set<() => void>();
  #inside: readonly string[] = [];
  #gone: string[] = [];
  #waiting: readonly WaitingGuest[] = [];
  #elsewhere: readonly string[] = [];
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #isClosed = false;
  #stop = (): void => undefined;

  private constructor(redis: RedisConnection, name: string, patience: DoorPatience) {
    this.#redis = redis;
    this.#keys = [roomKey(name, 'waiting'), roomKey(name, 'decided'), roomKey(name, 'inside')];
    this.#patience = patience;
  }

  /**
   * @param name as of the journal of the room
   * @throws RedisAway, ErrorReply
   */
  static async open(
    redis: RedisConnection,
    name: string,
    patience: DoorPatience = usualDoorPatience,
  ): Promise<RedisDoor> {
    const door = new RedisDoor(redis, name, patience);
    await door.#beat();
    door.#stop = await watchChannel(redis, door.#keys[0], patience.beat, () => door.#look());
    return door;
  }

  get waiting(): readonly WaitingGuest[] {
    return this.#waiting;
  }

  ask(guest: WaitingGuest, decided: Asking['decided']): void {
    // Only their order is told by it; clocks of servers differ by less than people do.
    this.#asking.set(guest.id, { guest: { ...guest, since: systemClock.now() }, decided });
    this.#look();
  }

  leave(guest: string): void {
    if (this.#asking.delete(guest)) {
      this.#gone.push(guest);
      this.#look();
    }
  }

  async decide(guest: string, decision: DoorDecision): Promise<void> {
    const [waiting, decided] = this.#keys;
    const kept = String(this.#patience.forget * 6);
    try {
      await this.#redis.run(decideScript, [waiting, decided], [guest, decision, kept]);
    } catch (cause) {
      throw redisNotThere('cannot-write', cause);
    }
    this.#look();
  }

  setInside(people: readonly string[]): void {
    this.#gone.push(...this.#inside.filter((id) => !people.includes(id)).map((id) => this.#fieldOf(id)));
    this.#inside = people;
    this.#look();
  }

  isElsewhere(person: string): boolean {
    return this.#elsewhere.includes(person);
  }

  onDidChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#stop();
    this.#listeners.clear();
    for (const id of [...this.#asking.keys()]) {
      this.leave(id);
    }
    this.setInside([]);
    this.#isClosed = true;
    await this.#looking;
  }

  /** One after the other; whoever dies between two is forgotten after a while. */
  #look(): void {
    this.#lookAgain = true;
    if (!this.#isClosed) {
      this.#looking ??= this.#beatAll();
    }
  }

  async #beatAll(): Promise<void> {
    while (this.#lookAgain) {
      this.#lookAgain = false;
      // Where Redis is away the next beat says it all again.
      await this.#beat().catch(() => undefined);
    }
    this.#looking = undefined;
  }

  async #beat(): Promise<void> {
    const gone = this.#gone;
    const said = {
      waiting: [...this.#asking.values()].map(({ guest }) => [guest.id, JSON.stringify(guest)]),
      inside: this.#inside.map((id) => this.#fieldOf(id)),
      gone: [...gone],
    };
    const given = [String(this.#patience.forget), JSON.stringify(said)];
    const reply = (await this.#redis.run(doorScript, this.#keys, given)) as readonly (readonly string[])[];
    gone.splice(0, said.gone.length);
    const [waiting = [], decided = [], inside = []] = reply.map(pairsOf);
    this.#learn(
      waiting
        .map(([, json]) => json)
        .toSorted(bySince)
        .map(guestIn),
      inside.map(([field]) => field),
    );
    for (const [id, decision] of decided) {
      this.#decided(id, decision === 'admit' ? 'admit' : 'turnAway');
    }
  }

  /** Whoever could not be let in waits on: the decision is there, and is heard again at the next beat. */
  #decided(id: string, decision: DoorDecision): void {
    const asking = this.#asking.get(id);
    this.#asking.delete(id);
    asking?.decided(decision).catch(() => {
      this.#asking.set(id, asking);
    });
  }

  #learn(waiting: readonly WaitingGuest[], inside: readonly string[]): void {
    const own = `:${this.#mark}`;
    const elsewhere = inside
      .filter((field) => !field.endsWith(own))
      .map((field) => field.split(':')[0] ?? '');
    const before = JSON.stringify([this.#waiting, this.#elsewhere]);
    this.#waiting = waiting;
    this.#elsewhere = elsewhere.toSorted();
    if (JSON.stringify([this.#waiting, this.#elsewhere]) !== before) {
      this.#listeners.forEach((listener) => listener());
    }
  }

  #fieldOf(person: string): string {
    return `${person}:${this.#mark}`;
  }
}

function pairsOf(flat: readonly string[]): readonly (readonly [string, string])[] {
  return flat.flatMap((field, at) => (at % 2 === 0 ? [[field, flat[at + 1] ?? ''] as const] : []));
}

function bySince(one: string, other: string): number {
  const since = (json: string): number => (JSON.parse(json) as Asking['guest']).since;
  return since(one) - since(other);
}

function guestIn(json: string): WaitingGuest {
  const { id, name } = JSON.parse(json) as WaitingGuest;
  return { id, name };
}
