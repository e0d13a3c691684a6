/** Somebody at the door, or who was there a moment ago. */
export interface WaitingRow {
  readonly id: string;
  readonly name: string;
  /** They wait no more; their place is kept. */
  readonly gone: boolean;
}

/**
 * Who waits, so that nothing moves under a pointer: whoever comes is put at the end, and while the rows are held whoever
 * goes leaves their place empty.
 */
export function steadyRows(
  before: readonly WaitingRow[],
  waiting: readonly { readonly id: string; readonly name: string }[],
  held: boolean,
): readonly WaitingRow[] {
  const here = new Map(waiting.map((each) => [each.id, { ...each, gone: false }]));
  const kept = before.flatMap((row) => here.get(row.id) ?? (held ? [{ ...row, gone: true }] : []));
  const shown = new Set(kept.map(({ id }) => id));
  return [...kept, ...[...here.values()].filter(({ id }) => !shown.has(id))];
}
