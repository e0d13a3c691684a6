const lastSecond = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;

/**
 * A time as links carry it: ISO 8601 in UTC, `2026-11-22T09:14:03Z`.
 *
 * @param seconds since the epoch. Git stores any number; what no calendar has is brought to the nearest that one has
 */
export function isoTime(seconds: number): string {
  const known = Number.isFinite(seconds) ? Math.min(Math.max(Math.trunc(seconds), 0), lastSecond) : 0;
  return new Date(known * 1000).toISOString().replace('.000Z', 'Z');
}
