import { isEntryKind } from '../../core/entries/kinds.ts';
import type { Suggestion } from '../../core/suggest/suggestion.ts';
import { type Draft, emptyDraft } from '../../protocol/draft.ts';

const longestSubject = 300;

/** A suggestion as a person goes on with it in the capture view. */
export function draftOfSuggestion({ kind, title, body, date, commits }: Suggestion): Draft {
  return {
    ...emptyDraft(isEntryKind(kind) ? kind : 'learning'),
    text: body === '' ? title : `${title}\n\n${body}`,
    commits: commits.map(({ sha, subject }) => ({ sha, subject: subject.slice(0, longestSubject) })),
    date,
  };
}
