/** The kinds of entry, in the order in which people are offered them. */
export const entryKinds = ['win', 'failure', 'learning', 'experiment', 'action', 'kudos', 'blocker'] as const;

export type EntryKind = (typeof entryKinds)[number];

export function isEntryKind(word: string): word is EntryKind {
  return (entryKinds as readonly string[]).includes(word);
}

/** The states that a kind goes through, first the one that a file without a `status` is in. */
export const statusesOf: Readonly<Partial<Record<EntryKind, readonly [string, ...string[]]>>> = {
  experiment: ['planned', 'running', 'concluded'],
  action: ['open', 'done', 'dropped'],
  blocker: ['open', 'cleared'],
};

/** What came of an experiment that was concluded. */
export const outcomes = ['validated', 'invalidated', 'inconclusive', 'stopped'] as const;
