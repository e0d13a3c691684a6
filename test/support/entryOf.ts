import type { Entry } from '../../src/core/entries/entry.ts';

/** An entry of which a test only says what matters to it. */
export function entryOf(some: Partial<Entry> & { readonly id: string }): Entry {
  const date = some.date ?? '2026-03-04';
  return {
    kind: 'learning',
    date,
    title: `Entry ${some.id}`,
    path: `retro/entries/${date.slice(0, 4)}/${date}-entry-${some.id}.md`,
    tags: [],
    people: [],
    commits: [],
    code: [],
    links: [],
    ...some,
  };
}
