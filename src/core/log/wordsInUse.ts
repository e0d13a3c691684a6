import type { Entry } from '../entries/entry.ts';

/** The words of one list of every entry, those used most often first. */
export function wordsInUse(entries: readonly Entry[], list: 'tags' | 'people'): readonly string[] {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    for (const word of entry[list]) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
}
