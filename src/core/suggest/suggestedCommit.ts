import type { PastCommit } from '../ports/past.ts';
import { subjectOf } from './messageText.ts';
import type { SuggestedCommit } from './suggestion.ts';

/** A commit as a suggestion has it. */
export function suggestedCommit({ sha, authored, message }: PastCommit): SuggestedCommit {
  return { sha, subject: subjectOf(message), authored };
}
