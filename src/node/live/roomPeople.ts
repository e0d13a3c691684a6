import type { Clock } from '../../core/ports/clock.ts';
import type { Ids } from '../../core/ports/ids.ts';
import { liveLimits } from '../../protocol/liveLimits.ts';
import { Person } from './person.ts';
import type { Member, RoomKeeper } from './roomRecord.ts';
import { digestOf, newSecret, sameDigest } from './secrets.ts';
import { TokenBucket } from './tokenBucket.ts';

/** Who comes to a room, and as whom. */
export interface NewPerson {
  readonly name: string;
  /** They have the facilitator's link. */
  readonly host: boolean;
  /** By which they come back; otherwise a new one. */
  readonly secret?: string;
  /** Who they are at the board already, if they are. */
  readonly id?: string;
}

/** Those who were let into a room: as its record has them, with their connections to this process. */
export class RoomPeople {
  readonly #keeper: RoomKeeper;
  readonly #ids: Ids;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #byId = new Map<string, Person>();

  constructor(keeper: RoomKeeper, ids: Ids, clock: Pick<Clock, 'now'>) {
    this.#keeper = keeper;
    this.#ids = ids;
    this.#clock = clock;
    this.follow();
  }

  /** Everyone by their id at the board. */
  get byId(): ReadonlyMap<string, Person> {
    return this.#byId;
  }

  get all(): readonly Person[] {
    return [...this.#byId.values()];
  }

  /** Those who have a connection. */
  get connected(): readonly Person[] {
    return this.all.filter(({ sockets }) => sockets.size > 0);
  }

  /** Whoever comes back by a secret. */
  withSecret(digest: string): Person | undefined {
    return this.all.find(({ member }) => sameDigest(digest, member.secret));
  }

  /**
   * Lets somebody in. Whoever has the same secret is the same person, also where they came to another process.
   *
   * @throws RetroError as `RoomKeeper.change`; then nobody is in
   */
  async add({ name, host, secret = newSecret(), id = this.#ids.newId() }: NewPerson): Promise<{
    readonly person: Person;
    readonly secret: string;
  }> {
    const member = { id, name, secret: digestOf(secret), host };
    const isSame = (other: Member): boolean => other.secret === member.secret;
    await this.#keeper.change(({ members }) =>
      members.some(isSame) ? {} : { members: [...members, member] },
    );
    const kept = this.#keeper.record.members.find(isSame) ?? member;
    return { person: this.#byId.get(kept.id) ?? this.#take(kept), secret };
  }

  /**
   * They cannot come back. Their connections are still theirs.
   *
   * @throws RetroError as `RoomKeeper.change`; then they can
   */
  async remove(id: string): Promise<void> {
    await this.#keeper.change(({ members }) => ({ members: members.filter((each) => each.id !== id) }));
    this.#byId.delete(id);
  }

  /** Takes over what others made of the record: answers who is new, and who is gone. */
  follow(): { readonly added: readonly Person[]; readonly gone: readonly Person[] } {
    const { members } = this.#keeper.record;
    const ids = new Set(members.map(({ id }) => id));
    const gone = this.all.filter(({ id }) => !ids.has(id));
    gone.forEach(({ id }) => this.#byId.delete(id));
    const added = members.filter(({ id }) => !this.#byId.has(id)).map((member) => this.#take(member));
    return { added, gone };
  }

  #take(member: Member): Person {
    const { messagesPerSecond, burst, socketsPerPerson } = liveLimits;
    // Whoever comes back again and again has no more than whoever stays; a network that breaks is no flood.
    const bucket = new TokenBucket(this.#clock, messagesPerSecond, burst * socketsPerPerson);
    const person = new Person(member, this.#ids.newId(), bucket);
    this.#byId.set(member.id, person);
    return person;
  }
}
