/** Zones are a multiple of this apart from UTC (since 1972), so within it the day does not change. */
const slot = 15 * 60;

/**
 * Tells the day of a moment in a time zone.
 *
 * @param timeZone an IANA name that the system knows
 * @returns from seconds since 1970-01-01T00:00:00Z to an ISO 8601 date
 */
export function dayReader(timeZone: string): (seconds: number) => string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const days = new Map<number, string>();
  return (seconds) => {
    const at = Math.floor(seconds / slot);
    const known = days.get(at);
    if (known !== undefined) {
      return known;
    }
    const parts = new Map(format.formatToParts(at * slot * 1000).map(({ type, value }) => [type, value]));
    const day = `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
    days.set(at, day);
    return day;
  };
}
