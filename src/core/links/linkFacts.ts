import type { Candidate, Candidates } from './candidates.ts';
import type { EntryLink } from './grade.ts';

/**
 * What git told about the commits that links may mean. A rule says what it needs to know of which commits; whoever
 * grades fetches that before the rule is asked again.
 */
export interface LinkFacts {
  readonly candidates: Candidates;
  /** What a commit became when it was amended, by its hash: git's own record of this clone. */
  readonly amended: ReadonlyMap<string, string>;
  /** Candidates by paths that they touch, for the paths that were asked about. */
  readonly touching: ReadonlyMap<string, ReadonlySet<Candidate>>;
  /** Candidates that may have a line in their message, for the subjects of links. */
  readonly quoting: ReadonlyMap<string, readonly Candidate[]>;
  /** Patch-ids by hash; `null` for a commit that has none. */
  readonly patches: ReadonlyMap<string, string | null>;
  /** Every path that a commit touches, by hash. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
  /** The lines of a commit's message below the first, by hash, without the marks of lists. */
  readonly lines: ReadonlyMap<string, readonly string[]>;
}

/** What has to be known of a suspected commit before a rule can say whether it is the one. */
export type Need = 'patches' | 'paths' | 'lines';

/** Seconds since the epoch at which a link's commit was made by its author; `undefined` where it does not say. */
export function authoredSeconds({ link }: EntryLink): number | undefined {
  const time = link.authored === undefined ? Number.NaN : Date.parse(link.authored);
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000);
}
