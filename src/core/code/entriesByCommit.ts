import type { CommitLink, Entry } from '../entries/entry.ts';

/** The entries that are about each commit, by its full hash. */
export type EntriesByCommit = ReadonlyMap<string, readonly Entry[]>;

/**
 * The entries that link each commit: each once, in the order they came in.
 *
 * @param meant the full hash of what a link means today, where that is known and another commit
 */
export function entriesByCommit(
  entries: readonly Entry[],
  meant: (entry: Entry, link: CommitLink) => string | undefined = () => undefined,
): EntriesByCommit {
  const byCommit = new Map<string, Entry[]>();
  for (const entry of entries) {
    const shas = entry.commits.flatMap((link) => [link.sha, meant(entry, link) ?? link.sha]);
    for (const sha of new Set(shas)) {
      byCommit.set(sha, [...(byCommit.get(sha) ?? []), entry]);
    }
  }
  return byCommit;
}
