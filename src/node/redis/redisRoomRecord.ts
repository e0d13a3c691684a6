import * as l10n from '@vscode/l10n';
import { RetroError } from '../../core/retroError.ts';
import {
  changedRecord,
  type RecordChange,
  recordIn,
  type RoomKeeper,
  type RoomRecord,
} from '../live/roomRecord.ts';
import { compareAndSet } from './compareAndSet.ts';
import { RedisAway, type RedisConnection } from './redisConnection.ts';
import { redisNotThere } from './redisNotThere.ts';
import { roomKey } from './roomKey.ts';
import { watchChannel } from './watchChannel.ts';

/** Milliseconds between two looks for what others changed, where nobody says that they did. */
const usualLook = 2000;

/** Milliseconds that Redis may be away until a change is refused. */
const outage = 5000;

/** Milliseconds that a room is kept when it is over: a month. */
const afterlife = 30 * 24 * 60 * 60 * 1000;

/**
 * The record of a room in Redis, which several processes change: each says what it knew, and where it is another one
 * meanwhile, the change is made anew on that.
 */
export class RedisRoomRecord implements RoomKeeper {
  readonly #redis: RedisConnection;
  readonly #name: string;
  readonly #key: string;
  readonly #listeners = new Set<(before: RoomRecord) => void>();
  #text: string;
  #record: RoomRecord;
  #turn: Promise<void> = Promise.resolve();
  #isLooking = false;
  #isClosed = false;
  #stop = (): void => undefined;

  private constructor(redis: RedisConnection, name: string, text: string, record: RoomRecord) {
    this.#redis = redis;
    this.#name = name;
    this.#key = roomKey(name, 'room');
    this.#text = text;
    this.#record = record;
  }

  /**
   * The record of a room; a new one where there is none.
   *
   * @param name as of the journal of the room
   * @param fresh the record of a new room
   * @throws RetroError `cannot-read` where Redis cannot be asked, or holds what this version cannot read
   */
  static async open(
    redis: RedisConnection,
    name: string,
    fresh: RoomRecord,
    look: number = usualLook,
  ): Promise<RedisRoomRecord> {
    try {
      await compareAndSet(redis, roomKey(name, 'room'), '', JSON.stringify(fresh));
    } catch (cause) {
      throw redisNotThere('cannot-read', cause);
    }
    return (await RedisRoomRecord.found(redis, name, look)) ?? RedisRoomRecord.open(redis, name, fresh, look);
  }

  /**
   * The record of a room, if there is one.
   *
   * @throws RetroError as `open`
   */
  static async found(
    redis: RedisConnection,
    name: string,
    look: number = usualLook,
  ): Promise<RedisRoomRecord | undefined> {
    const key = roomKey(name, 'room');
    try {
      const text = await redis.send('GET', key);
      if (typeof text !== 'string') {
        return undefined;
      }
      const found = new RedisRoomRecord(redis, name, text, readable(text));
      found.#stop = await watchChannel(redis, key, look, () => found.#look());
      return found;
    } catch (cause) {
      throw redisNotThere('cannot-read', cause);
    }
  }

  get record(): RoomRecord {
    return this.#record;
  }

  change(change: RecordChange): Promise<void> {
    return this.#inTurn(async () => {
      try {
        while (!(await this.#changed(change))) {
          await this.#read();
        }
        if (this.#record.ended) {
          await this.#letGoLater();
        }
      } catch (cause) {
        throw redisNotThere('cannot-write', cause);
      }
    });
  }

  async refresh(): Promise<void> {
    await this.#inTurn(() => this.#read()).catch((cause: unknown) => {
      throw redisNotThere('cannot-read', cause);
    });
  }

  onDidChange(listener: (before: RoomRecord) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#isClosed = true;
    this.#stop();
    this.#listeners.clear();
  }

  #look(): void {
    if (!this.#isLooking && !this.#isClosed) {
      this.#isLooking = true;
      // Where Redis is away, it is looked at when it is there again.
      this.#inTurn(() => {
        this.#isLooking = false;
        return this.#read();
      }).catch(() => undefined);
    }
  }

  /** Whether a change is kept. Where that is not known, it is looked at when Redis is there again. */
  async #changed(change: RecordChange): Promise<boolean> {
    const record = changedRecord(this.#record, change);
    const text = JSON.stringify(record);
    try {
      const isKept = await compareAndSet(this.#redis, this.#key, this.#text, text);
      if (isKept) {
        [this.#text, this.#record] = [text, record];
      }
      return isKept;
    } catch (error) {
      if (!(error instanceof RedisAway) || !(await this.#redis.thereWithin(outage))) {
        throw error;
      }
      await this.#read();
      return this.#text === text;
    }
  }

  /** Redis has memory for so much: the minutes are in the log. */
  async #letGoLater(): Promise<void> {
    for (const what of ['room', 'journal'] as const) {
      await this.#redis.send('PEXPIRE', roomKey(this.#name, what), String(afterlife));
    }
  }

  /** Takes over what others made of it. What Redis has lost is put there again. */
  async #read(): Promise<void> {
    const text = await this.#redis.send('GET', this.#key);
    if (typeof text !== 'string') {
      await compareAndSet(this.#redis, this.#key, '', this.#text);
      return;
    }
    if (text !== this.#text) {
      const before = this.#record;
      [this.#text, this.#record] = [text, readable(text)];
      this.#listeners.forEach((listener) => listener(before));
    }
  }

  #inTurn(task: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(task);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

function readable(text: string): RoomRecord {
  const record = recordIn(text);
  if (record === undefined) {
    throw new RetroError(
      'cannot-read',
      l10n.t('What Redis holds of this room cannot be read by this version of Retrolog. Update this server.'),
    );
  }
  return record;
}
