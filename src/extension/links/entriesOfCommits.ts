import { type EntriesByCommit, entriesByCommit } from '../../core/code/entriesByCommit.ts';
import type { Session } from '../session.ts';

/**
 * Which entries each commit is about, as far as it is known by now: those that link it, also where history was
 * rewritten since, and those that its message names.
 */
export function entriesOfCommits({ entries, links }: Session): EntriesByCommit {
  return entriesByCommit(entries, ({ path }, { sha }) => links.of(path, sha)?.now);
}
