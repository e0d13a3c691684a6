import type { Entry } from '../../core/entries/entry.ts';

/** Whether an entry is of a kind and in one of some states. */
export function isIn(kind: string, ...statuses: readonly string[]): (entry: Entry) => boolean {
  return (entry) => entry.kind === kind && statuses.includes(entry.status ?? '');
}
