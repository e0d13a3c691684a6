const day = 86_400_000;

/** A span of days, both ends in it. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export function later(date: string, days: number): string {
  return new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
}

/** The days up to one, and the same number of days before those. */
export function nowAndBefore(end: string, days: number): readonly [Span, Span] {
  return [
    { from: later(end, 1 - days), to: end },
    { from: later(end, 1 - 2 * days), to: later(end, -days) },
  ];
}

export function between(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / day;
}

export function isIn(date: string | undefined, { from, to }: Span): boolean {
  return date !== undefined && date >= from && date <= to;
}
