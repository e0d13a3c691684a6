import type { GitRepository } from '../gitRepository.ts';

/** Notes links to some commits, while they and the tip of their branch are still there. */
export type NoteLinks = (shas: readonly string[], repository: GitRepository) => Promise<void>;

/** A history that git has rewritten. */
export interface RewrittenHistory {
  readonly repository: GitRepository;
  /** Which commit holds the change of each commit that links were noted of. None: it went nowhere. */
  readonly truth: ReadonlyMap<string, string>;
}

/** A way to rewrite a history of many commits. */
export interface HistoryKind {
  /** As the documentation calls it. */
  readonly name: string;
  /** At least so many of a hundred links are promised to be found. */
  readonly recall: number;
  /** Makes `size` commits from a seed, has links to them noted, and lets git rewrite them. */
  readonly make: (seed: string, size: number, note: NoteLinks) => Promise<RewrittenHistory>;
}
