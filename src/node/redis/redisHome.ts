import type { Journal } from '../../core/ports/journal.ts';
import { RedisJournal } from '../journal/redisJournal.ts';
import type { DeskWork, RoomDesk } from '../live/roomDesk.ts';
import type { RoomDoor } from '../live/roomDoor.ts';
import type { RoomHome } from '../live/roomHome.ts';
import type { RoomKeeper, RoomRecord } from '../live/roomRecord.ts';
import { compareAndSet } from './compareAndSet.ts';
import type { RedisConnection } from './redisConnection.ts';
import { redisNotThere } from './redisNotThere.ts';
import { type DeskPatience, RedisDesk } from './redisDesk.ts';
import { RedisDoor } from './redisDoor.ts';
import { RedisRoomRecord } from './redisRoomRecord.ts';

/** The rooms of a team in Redis, which any process serves. */
export class RedisHome implements RoomHome {
  readonly isShared = true;
  readonly #redis: RedisConnection;
  readonly #patience: Partial<DeskPatience>;
  /** Says which meeting's room is the newest. */
  readonly #key: string;

  /** @param team of 1 to 64 letters, digits, `-` and `_`: the same at every process that serves its rooms */
  constructor(redis: RedisConnection, team: string, patience: Partial<DeskPatience> = {}) {
    this.#redis = redis;
    this.#patience = patience;
    this.#key = `retrolog:{${team}}:newest`;
  }

  get isAway(): boolean {
    return this.#redis.isAway;
  }

  onDidGoAway(listener: () => void): () => void {
    return this.#redis.onDidGoAway(listener);
  }

  async newest(meeting?: string): Promise<RoomKeeper | undefined> {
    const name = meeting ?? (await this.#newestMeeting());
    const found = name === '' ? undefined : await RedisRoomRecord.found(this.#redis, name);
    if (found?.record.ended === true) {
      found.close();
      return undefined;
    }
    return found;
  }

  async make(record: RoomRecord): Promise<RoomKeeper> {
    for (;;) {
      const before = await this.#newestMeeting();
      const others = await this.newest();
      if (others !== undefined) {
        return others;
      }
      const made = await RedisRoomRecord.open(this.#redis, record.meeting, record);
      if (await this.#asked(() => compareAndSet(this.#redis, this.#key, before, record.meeting))) {
        return made;
      }
      // Nobody has heard of it yet.
      await made.change({ ended: true });
      made.close();
    }
  }

  journal(meeting: string): Promise<Journal> {
    return RedisJournal.open(this.#redis, meeting);
  }

  door(meeting: string): Promise<RoomDoor> {
    return this.#asked(() => RedisDoor.open(this.#redis, meeting));
  }

  desk(
    { meeting, hostToken }: RoomRecord,
    work: DeskWork,
    onBug: (error: unknown) => void,
  ): Promise<RoomDesk> {
    const parts = { redis: this.#redis, name: meeting, secret: hostToken, work, onBug };
    return this.#asked(() => RedisDesk.open(parts, this.#patience));
  }

  async #newestMeeting(): Promise<string> {
    const meeting = await this.#asked(() => this.#redis.send('GET', this.#key));
    return typeof meeting === 'string' ? meeting : '';
  }

  async #asked<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (cause) {
      throw redisNotThere('cannot-read', cause);
    }
  }
}
