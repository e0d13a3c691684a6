import type { Entry } from '../entries/entry.ts';
import type { EntryLink } from './grade.ts';

/** Every link to a commit that some entries have, in the order of the entries. */
export function entryLinks(entries: readonly Entry[]): readonly EntryLink[] {
  return entries.flatMap(({ id, path, commits }) => commits.map((link) => ({ id, path, link })));
}
