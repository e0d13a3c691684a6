import { type EntryKind, entryKinds, isEntryKind } from '../entries/kinds.ts';

/** Every key that means something in an entry, in the order in which they are written. */
export const entryKeys = [
  'id',
  'kind',
  'date',
  'tags',
  'people',
  'commits',
  'code',
  'links',
  'status',
  'started',
  'timebox',
  'concluded',
  'owner',
  'outcome',
  'due',
  'closed',
  'reason',
  'imported',
] as const;

export type EntryKey = (typeof entryKeys)[number];

const kindsOfKey: ReadonlyMap<string, readonly string[]> = new Map<EntryKey, readonly EntryKind[]>([
  ['status', ['experiment', 'action', 'blocker']],
  ['started', ['experiment']],
  ['timebox', ['experiment']],
  ['concluded', ['experiment']],
  ['owner', ['experiment', 'action']],
  ['outcome', ['experiment']],
  ['due', ['action']],
  ['closed', ['action', 'blocker']],
  ['reason', ['action']],
]);

/** The kinds that a key belongs to. */
export function kindsWith(key: EntryKey): readonly string[] {
  return kindsOfKey.get(key) ?? entryKinds;
}

/** Whether a key may stand in an entry of this kind. A kind of a newer version is given every key. */
export function belongsTo(key: string, kind: string): boolean {
  const kinds = kindsOfKey.get(key);
  return kinds === undefined || kinds.includes(kind) || !isEntryKind(kind);
}
