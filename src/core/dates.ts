const day = 24 * 60 * 60 * 1000;

/** The date so many days later (or earlier, if negative). */
export function addDays(date: string, days: number): string {
  return isoDate(Date.parse(`${date}T00:00:00Z`) + days * day);
}

/** The Monday of a date's ISO 8601 week. */
export function startOfWeek(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((weekday + 6) % 7));
}

/** How many days after one date another is; negative if it is before. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day;
}

function isoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
