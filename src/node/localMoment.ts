import type { LocalMoment } from '../core/nudges/nudge.ts';
import { dayIn } from './systemClock.ts';

/** A moment as the clock on this machine's wall shows it; `time` in milliseconds since 1970-01-01T00:00:00Z. */
export function localMoment(time: number): LocalMoment {
  const date = new Date(time);
  return { day: dayIn(time), minute: date.getHours() * 60 + date.getMinutes() };
}
