import { addDays, startOfWeek } from '../dates.ts';
import type { Window } from './windows.ts';

/** How long a bucket of time is: an ISO 8601 week, a month or a quarter of the calendar. */
export const bucketLengths = ['week', 'month', 'quarter'] as const;

export type BucketLength = (typeof bucketLengths)[number];

/** The buckets from the one that holds the first day to the one that holds the last, whole. */
export function bucketsOf({ from, to }: Window, every: BucketLength): readonly Window[] {
  const buckets: Window[] = [];
  for (let start = bucketStart(from, every); start <= to; ) {
    const next = nextStart(start, every);
    buckets.push({ from: start, to: addDays(next, -1) });
    start = next;
  }
  return buckets;
}

/** The first day of the bucket that a date is in. */
export function bucketStart(date: string, every: BucketLength): string {
  switch (every) {
    case 'week':
      return startOfWeek(date);
    case 'month':
      return `${date.slice(0, 7)}-01`;
    case 'quarter': {
      const month = Number(date.slice(5, 7));
      return `${date.slice(0, 4)}-${twoDigits(month - ((month - 1) % 3))}-01`;
    }
  }
}

function nextStart(start: string, every: BucketLength): string {
  if (every === 'week') {
    return addDays(start, 7);
  }
  const month = Number(start.slice(5, 7)) + (every === 'month' ? 1 : 3);
  const year = Number(start.slice(0, 4)) + (month > 12 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${twoDigits(month > 12 ? month - 12 : month)}-01`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
