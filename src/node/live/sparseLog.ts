import type { Clock } from '../../core/ports/clock.ts';
import type { LiveEvent, LiveLog } from './liveLog.ts';
import { TokenBucket } from './tokenBucket.ts';

/** Of each event so many are told at once, and so many a second. */
const most = { atOnce: 20, perSecond: 2 } as const;

/**
 * The same log for a reader who must not be kept busy: of an event that comes again and again only some are told, each
 * with how many were `left` out since the last one. An attack is many events, and to tell of each would carry it on.
 */
export function sparseLog(log: LiveLog, clock: Pick<Clock, 'now'>): LiveLog {
  const told = new Map<LiveEvent, { readonly bucket: TokenBucket; left: number }>();
  return (event, more = {}) => {
    const of = told.get(event) ?? { bucket: new TokenBucket(clock, most.perSecond, most.atOnce), left: 0 };
    told.set(event, of);
    if (of.bucket.take()) {
      log(event, of.left === 0 ? more : { ...more, left: of.left });
      of.left = 0;
    } else {
      of.left += 1;
    }
  };
}
