import { startOfWeek } from '../dates.ts';
import type { Entry } from '../entries/entry.ts';
import { entryKinds } from '../entries/kinds.ts';
import { areasOf } from '../team/areaOf.ts';
import type { TeamSettings } from '../team/teamSettings.ts';
import { put } from '../put.ts';

/** The ways in which the log can be laid out. */
export const groupings = ['week', 'kind', 'tag', 'area'] as const;

export type Grouping = (typeof groupings)[number];

/** Some entries under one heading. An entry with two tags, or about two areas, is in two groups. */
export interface EntryGroup {
  /** The Monday of a week as an ISO date, a kind, a tag, or an area; empty for entries that have none. */
  readonly key: string;
  /** In the order of the log. */
  readonly entries: readonly Entry[];
}

/**
 * Lays out entries in groups: weeks the newest first, kinds in their own order, tags and areas by how much
 * was written about them; what has no tag or area comes last.
 */
export function groupEntries(
  entries: readonly Entry[],
  by: Grouping,
  team: TeamSettings,
): readonly EntryGroup[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const key of keysOf(entry, by, team)) {
      put(groups, key, entry);
    }
  }
  return [...groups].map(([key, group]) => ({ key, entries: group })).sort(orderOf(by));
}

function keysOf(entry: Entry, by: Grouping, team: TeamSettings): readonly string[] {
  switch (by) {
    case 'week':
      return [startOfWeek(entry.date)];
    case 'kind':
      return [entry.kind];
    case 'tag':
      return orNone(entry.tags);
    case 'area':
      return orNone(areasOf(entry, team));
  }
}

function orNone(keys: readonly string[]): readonly string[] {
  return keys.length === 0 ? [''] : [...new Set(keys)];
}

function orderOf(by: Grouping): (a: EntryGroup, b: EntryGroup) => number {
  const byKey = (a: EntryGroup, b: EntryGroup) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
  switch (by) {
    case 'week':
      return (a, b) => byKey(b, a);
    case 'kind':
      return (a, b) => kindRank(a.key) - kindRank(b.key) || byKey(a, b);
    case 'tag':
    case 'area':
      return (a, b) =>
        Number(a.key === '') - Number(b.key === '') || b.entries.length - a.entries.length || byKey(a, b);
  }
}

function kindRank(kind: string): number {
  const rank = (entryKinds as readonly string[]).indexOf(kind);
  return rank === -1 ? entryKinds.length : rank;
}
