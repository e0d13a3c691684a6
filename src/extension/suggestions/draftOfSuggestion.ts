import { isEntryKind } from '../../core/entries/kinds.ts';
import type { Suggestion } from '../../core/suggest/suggestion.ts';
import { type Draft, emptyDraft } from '../../protocol/draft.ts';
import { commitChoiceOf } from '../capture/commitChoiceOf.ts';

/** A suggestion as a person goes on with it in the capture view. */
export function draftOfSuggestion({ kind, title, body, date, commits }: Suggestion): Draft {
  return {
    ...emptyDraft(isEntryKind(kind) ? kind : 'learning'),
    text: body === '' ? title : `${title}\n\n${body}`,
    commits: commits.map(commitChoiceOf),
    date,
  };
}
