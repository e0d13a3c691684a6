/**
 * The later of two pieces of plain data, with every part that says the same as before being the same object as
 * before: so what is drawn from a part need not be drawn again.
 */
export function shareUnchanged<T>(before: unknown, after: T): T {
  const alike = isPart(before) && isPart(after) && Array.isArray(before) === Array.isArray(after);
  if (before === after || !alike) {
    return after;
  }
  return (
    Array.isArray(after) ? sharedList(before as readonly unknown[], after) : sharedFields(before, after)
  ) as T;
}

/** Rows keep their object by their id, wherever in the list they are now. */
function sharedList(old: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const rows = new Map(old.flatMap((row) => (idOf(row) === undefined ? [] : [[idOf(row), row] as const])));
  const shared = after.map((row, at) => shareUnchanged(rows.get(idOf(row)) ?? old[at], row));
  return shared.length === old.length && shared.every((row, at) => row === old[at]) ? old : shared;
}

function sharedFields(before: object, after: object): object {
  const old = before as Readonly<Record<string, unknown>>;
  const fields = Object.entries(after).map(([key, value]) => [key, shareUnchanged(old[key], value)] as const);
  const same =
    fields.length === Object.keys(old).length && fields.every(([key, value]) => old[key] === value);
  return same ? before : Object.fromEntries(fields);
}

function isPart(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function idOf(value: unknown): string | undefined {
  const id = isPart(value) && 'id' in value ? value.id : undefined;
  return typeof id === 'string' ? id : undefined;
}
