import type { Row } from './board.ts';

/** The row with an id. */
export function rowWith<R extends Row>(rows: readonly R[], id: string): R | undefined {
  return rows.find((row) => row.id === id);
}

/** The rows with new values in one of them. */
export function withChange<R extends Row>(rows: readonly R[], id: string, change: Partial<R>): readonly R[] {
  const at = rows.findIndex((row) => row.id === id);
  const row = rows[at];
  return row === undefined ? rows : rows.with(at, { ...row, ...change });
}

/** The rows with one more, or with another in the place of the one with its id. */
export function withRow<R extends Row>(rows: readonly R[], row: R): readonly R[] {
  const at = rows.findIndex(({ id }) => id === row.id);
  return at === -1 ? [...rows, row] : rows.with(at, row);
}

/** The rows by what they have in common, in their order. */
export function groupedBy<R>(rows: readonly R[], of: (row: R) => string): ReadonlyMap<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(of(row));
    if (group === undefined) {
      groups.set(of(row), [row]);
    } else {
      group.push(row);
    }
  }
  return groups;
}
