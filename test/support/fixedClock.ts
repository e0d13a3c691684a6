import type { Clock } from '../../src/core/ports/clock.ts';

/** A clock that stands still at noon in UTC of the given day, and has that day in every zone. */
export function fixedClock(day: string): Clock {
  const noon = Date.parse(`${day}T12:00:00Z`);
  return { now: () => noon, today: () => day };
}
