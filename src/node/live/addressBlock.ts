import type { Clock } from '../../core/ports/clock.ts';
import { liveLimits } from '../../protocol/liveLimits.ts';

const minute = 60_000;
/** Addresses that are remembered; the oldest goes first. */
const mostAddresses = 10_000;

interface Known {
  /** When it failed, within the last minute. */
  readonly failures: readonly number[];
  readonly blockedUntil: number;
}

/** Remembers which addresses failed to come in, and keeps those away for a while that failed often. */
export class AddressBlock {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #known = new Map<string, Known>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  isBlocked(address: string): boolean {
    return (this.#known.get(address)?.blockedUntil ?? 0) > this.#clock.now();
  }

  /** It failed once more. Returns whether that blocks it now. */
  fail(address: string): boolean {
    const now = this.#clock.now();
    const before = this.#known.get(address);
    const failures = [...(before?.failures ?? []), now].filter((at) => at > now - minute && at <= now);
    const blocks = failures.length >= liveLimits.failuresPerMinute;
    const blockedUntil = blocks ? now + liveLimits.block : (before?.blockedUntil ?? 0);
    this.#known.delete(address);
    this.#known.set(address, { failures: blocks ? [] : failures, blockedUntil });
    const [oldest] = this.#known.keys();
    if (this.#known.size > mostAddresses && oldest !== undefined) {
      this.#known.delete(oldest);
    }
    return blocks;
  }
}
