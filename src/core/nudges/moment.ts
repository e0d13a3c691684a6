import { isRevert } from '../suggest/revertSubject.ts';
import type { SuggestedCommit } from '../suggest/suggestion.ts';

/** What can have happened that there may be something to learn from. */
export const momentNames = ['revert', 'tests', 'conflict', 'spike'] as const;

/**
 * One of `momentNames`. `revert`: a commit was taken back. `tests`: a test command failed, and then passed. `conflict`:
 * a conflict was resolved. `spike`: a branch whose name begins with `spike/` or `poc/` was merged.
 */
export type MomentName = (typeof momentNames)[number];

/** Something that has just happened in a repository. */
export interface Moment {
  readonly what: MomentName;
  /** What it happened to: the subject of a commit, a command, the name of a branch. */
  readonly about: string;
  /** The commit that came of it. */
  readonly commit?: Pick<SuggestedCommit, 'sha' | 'subject'>;
}

const mergedBranch =
  /^Merged? (?:(?:remote-tracking )?branch '|pull request #\d+ from [^\s/]+\/|in )([^\s']+)/;

/** What a commit that HEAD has just come to says of itself; `undefined` for most. */
export function momentOfCommit(commit: NonNullable<Moment['commit']>): Moment | undefined {
  const { subject } = commit;
  if (isRevert(subject)) {
    return { what: 'revert', about: subject, commit };
  }
  const branch = mergedBranch.exec(subject)?.[1]?.replace(/^origin\//, '');
  return branch !== undefined && /^(?:spike|poc)\/./.test(branch)
    ? { what: 'spike', about: branch, commit }
    : undefined;
}

/**
 * Whether HEAD names another commit than before. At the first look, which may come after a commit that was made
 * meanwhile, one that was written since then is another.
 *
 * @param head what it names now; `authored` as ISO 8601
 * @param before the hash that it named; `undefined` at the first look
 * @param began milliseconds since 1970, when it was begun to look
 */
export function hasMoved(
  head: { readonly sha: string; readonly authored: string },
  before: string | undefined,
  began: number,
): boolean {
  return before === undefined ? Date.parse(head.authored) > began : before !== head.sha;
}
