import { daysBetween } from '../dates.ts';
import type { Entry } from '../entries/entry.ts';
import { compareEntries } from '../log/entryOrder.ts';

/** Something that has not ended. */
export interface OpenItem {
  readonly entry: Entry;
  /** Whole days since it started or was opened; 0 for today and for what lies ahead. */
  readonly age: number;
  /** Whole days to its timebox or due day: 0 on that day, negative after it; absent where it has none. */
  readonly left?: number;
}

/** What a team has on its hands. Within each list, what ends first is first; what has no end is last, oldest first. */
export interface OpenWork {
  readonly running: readonly OpenItem[];
  readonly planned: readonly OpenItem[];
  readonly actions: readonly OpenItem[];
  readonly blockers: readonly OpenItem[];
}

/**
 * Everything that has not ended.
 *
 * @param today ISO 8601 day
 */
export function openWork(entries: readonly Entry[], today: string): OpenWork {
  const those = (kind: string, status: string, since: 'started' | 'date', until: 'timebox' | 'due') =>
    entries
      .filter((entry) => entry.kind === kind && entry.status === status)
      .map((entry) => openItem(entry, entry[since] ?? entry.date, entry[until], today))
      .sort(compareItems);
  return {
    running: those('experiment', 'running', 'started', 'timebox'),
    planned: those('experiment', 'planned', 'date', 'timebox'),
    actions: those('action', 'open', 'date', 'due'),
    blockers: those('blocker', 'open', 'date', 'due'),
  };
}

/** How many experiments run. */
export function countRunning(entries: readonly Entry[]): number {
  return entries.filter((entry) => entry.kind === 'experiment' && entry.status === 'running').length;
}

function openItem(entry: Entry, since: string, until: string | undefined, today: string): OpenItem {
  const age = Math.max(0, daysBetween(since, today));
  return { entry, age, ...(until !== undefined && { left: daysBetween(today, until) }) };
}

function compareItems(a: OpenItem, b: OpenItem): number {
  const far = Number.MAX_SAFE_INTEGER;
  return (a.left ?? far) - (b.left ?? far) || compareEntries(b.entry, a.entry);
}
