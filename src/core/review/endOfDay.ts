import { dayReader } from '../trends/teamDay.ts';

const slot = 15 * 60;
const hours = 60 * 60;

/**
 * The last second of a day in a time zone: seconds since 1970-01-01T00:00:00Z.
 *
 * @param day ISO 8601 date
 * @param timeZone an IANA name that the system knows
 */
export function endOfDay(day: string, timeZone: string): number {
  const dayAt = dayReader(timeZone);
  const midnight = Date.parse(`${day}T00:00:00Z`) / 1000;
  // No zone is more than 14 hours ahead of UTC or 12 behind it, and each changes its day at a quarter of an hour.
  let low = Math.floor((midnight - 15 * hours) / slot);
  let high = Math.ceil((midnight + 39 * hours) / slot);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dayAt(middle * slot) <= day) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return high * slot - 1;
}
