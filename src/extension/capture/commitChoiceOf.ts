import type { CommitChoice } from '../../protocol/draft.ts';

const longestSubject = 300;

/** A commit as it can be linked. */
export function commitChoiceOf({ sha, subject }: CommitChoice): CommitChoice {
  return { sha, subject: subject.slice(0, longestSubject) };
}
