import type { Entry } from '../entries/entry.ts';

/** The order of the log: the newest day first, within a day by id, copies of one id by path. */
export function compareEntries(a: Entry, b: Entry): number {
  if (a.date !== b.date) {
    return a.date < b.date ? 1 : -1;
  }
  if (a.id !== b.id) {
    return a.id < b.id ? -1 : 1;
  }
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** The same entries in that order. Days are sorted first, which looks at far fewer entries than sorting all at once. */
export function inOrder(entries: readonly Entry[]): Entry[] {
  const days = new Map<string, Entry[]>();
  let day: Entry[] = [];
  for (const entry of entries) {
    // Names begin with the day, so most come beside others of theirs.
    if (day[0]?.date !== entry.date) {
      day = days.get(entry.date) ?? [];
      days.set(entry.date, day);
    }
    day.push(entry);
  }
  const dates = [...days.keys()].sort().toReversed();
  return dates.flatMap((date) => (days.get(date) ?? []).sort(compareEntries));
}

/** Where an entry is, or belongs, in a list in that order. */
export function insertionPoint(entries: readonly Entry[], entry: Entry): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = entries[middle];
    if (there !== undefined && compareEntries(there, entry) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
