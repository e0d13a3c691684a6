import { addDays } from '../dates.ts';

/** A span of days; both ends belong to it. ISO 8601 dates. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

const day = 24 * 60 * 60 * 1000;

/** So many days, up to and with the last one. */
export function daysUpTo(to: string, days: number): Window {
  return { from: addDays(to, 1 - days), to };
}

/** As many days, just before. */
export function windowBefore({ from, to }: Window): Window {
  return daysUpTo(addDays(from, -1), daysBetween(from, to) + 1);
}

export function isWithin(date: string, { from, to }: Window): boolean {
  return from <= date && date <= to;
}

/** Days from one date to another; negative if the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day);
}
