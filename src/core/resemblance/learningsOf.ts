import type { Entry } from '../entries/entry.ts';
import { idKey } from '../trends/idKey.ts';

/** The learnings that are linked to an entry, in either direction, in the order they came in. */
export function learningsOf({ id, links }: Entry, entries: readonly Entry[]): readonly Entry[] {
  const named = new Set(links.map(idKey));
  const key = idKey(id);
  return entries.filter(
    (other) =>
      other.kind === 'learning' &&
      (named.has(idKey(other.id)) || other.links.some((link) => idKey(link) === key)),
  );
}
