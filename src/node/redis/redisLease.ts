import { newSecret } from '../live/secrets.ts';
import type { RedisConnection } from './redisConnection.ts';
import { roomKey } from './roomKey.ts';

/** Milliseconds. */
export interface LeasePatience {
  /** Between two times that a process says that it holds on to it. */
  readonly beat: number;
  /** After so long without that another one may have it. */
  readonly hold: number;
}

const usualLeasePatience: LeasePatience = { beat: 2000, hold: 8000 };

/**
 * Key: the lease, with who has it and until when. Arguments: who asks, and for how many milliseconds. Answers 0 where
 * another one has it, 1 to whoever has it now, 2 to whoever had it last as well: nobody else did in between.
 */
const holdScript = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local holder = redis.call('HGET', KEYS[1], 'holder')
  local held = tonumber(redis.call('HGET', KEYS[1], 'until') or '0')
  if holder ~= ARGV[1] and held > now then return 0 end
  redis.call('HSET', KEYS[1], 'holder', ARGV[1], 'until', now + ARGV[2])
  redis.call('PEXPIRE', KEYS[1], 86400000)
  return holder == ARGV[1] and 2 or 1`;

const releaseScript = `
  if redis.call('HGET', KEYS[1], 'holder') == ARGV[1] then redis.call('DEL', KEYS[1]) end`;

/** What becomes of a process that asks for it. */
export interface LeaseHolder {
  /** It has it, and another one may have had it before. */
  taken(): void;
  /** Another one has it, who may have had it for a while. */
  lost(): void;
}

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
  readonly #holder: LeaseHolder;
  #timer: NodeJS.Timeout | undefined;
  /** By the monotonic clock of this process. */
  #until = 0;
  /** What was told last. */
  #isTold = false;
  #beating: Promise<void> = Promise.resolve();

  private constructor(redis: RedisConnection, key: string, holder: LeaseHolder, patience: LeasePatience) {
    this.#redis = redis;
    this.#key = key;
    this.#holder = holder;
    this.#patience = patience;
  }

  /**
   * @param name as of the journal of the room
   * @throws RedisAway, ErrorReply
   */
  static async open(
    redis: RedisConnection,
    name: string,
    holder: LeaseHolder,
    given: Partial<LeasePatience> = {},
  ): Promise<RedisLease> {
    const patience = { ...usualLeasePatience, ...given };
    const lease = new RedisLease(redis, roomKey(name, 'lease'), holder, patience);
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
    const asked = performance.now();
    const given = [this.#mark, String(this.#patience.hold)];
    const answer = await this.#redis.run(holdScript, [this.#key], given);
    this.#until = answer === 0 ? 0 : asked + this.#patience.hold;
    if (this.#isTold && answer !== 2) {
      this.#isTold = false;
      this.#holder.lost();
    }
    if (!this.#isTold && answer !== 0) {
      this.#isTold = true;
      this.#holder.taken();
    }
  }
}
