import { newSecret } from '../live/secrets.ts';
import type { RedisConnection } from './redisConnection.ts';

/** Milliseconds. */
export interface LeasePatience {
  /** Between two times that a process says that it holds on to it. */
  readonly beat: number;
  /** After so long without that another one may have it. */
  readonly hold: number;
}

const usualLeasePatience: LeasePatience = { beat: 2000, hold: 8000 };

/** Key: the lease. Arguments: who asks, and for how many milliseconds. */
const holdScript = `
  local holder = redis.call('GET', KEYS[1])
  if holder and holder ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 1`;

const releaseScript = `
  if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`;

/**
 * What one process of several does at a time, such as writing the minutes. Whoever has it holds on to it; of one that
 * died it is free after a while. A process that cannot reach Redis gives it up before another one can have it: it
 * counts from when it asked, and Redis from when it heard that.
 */
export class RedisLease {
  readonly #redis: RedisConnection;
  readonly #key: string;
  readonly #patience: LeasePatience;
  /** Of this process. */
  readonly #mark = newSecret();
  readonly #taken: () => void;
  #timer: NodeJS.Timeout | undefined;
  /** By the monotonic clock of this process. */
  #until = 0;
  #beating: Promise<void> = Promise.resolve();

  private constructor(redis: RedisConnection, key: string, taken: () => void, patience: LeasePatience) {
    this.#redis = redis;
    this.#key = key;
    this.#taken = taken;
    this.#patience = patience;
  }

  /**
   * @param name as of the journal of the room
   * @param taken told whenever this process has it and did not before
   * @throws RedisAway, ErrorReply
   */
  static async open(
    redis: RedisConnection,
    name: string,
    taken: () => void,
    patience: LeasePatience = usualLeasePatience,
  ): Promise<RedisLease> {
    const lease = new RedisLease(redis, `retrolog:{${name}}:lease`, taken, patience);
    await lease.#beat();
    lease.#timer = setInterval(() => {
      // Where Redis cannot be asked, what was held runs out by itself.
      lease.#beating = lease.#beating.then(() => lease.#beat()).catch(() => undefined);
    }, patience.beat).unref();
    return lease;
  }

  /** Whether nobody but this process has it. */
  get isMine(): boolean {
    return performance.now() < this.#until;
  }

  /** Gives it up. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#beating;
    this.#until = 0;
    await this.#redis.run(releaseScript, [this.#key], [this.#mark]).catch(() => undefined);
  }

  async #beat(): Promise<void> {
    const before = this.isMine;
    const asked = performance.now();
    const hold = String(this.#patience.hold);
    const isHeld = (await this.#redis.run(holdScript, [this.#key], [this.#mark, hold])) === 1;
    this.#until = isHeld ? asked + this.#patience.hold : 0;
    if (this.isMine && !before) {
      this.#taken();
    }
  }
}
