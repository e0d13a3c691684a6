import type { Entry } from '../../core/entries/entry.ts';
import type { EntryKind } from '../../core/entries/kinds.ts';
import {
  type Draft,
  emptyDraft,
  isCodePlace,
  isEntryChoice,
  longestList,
  longestWord,
} from '../../protocol/draft.ts';
import { choiceOf } from '../capture/choiceOf.ts';

/** A draft of a kind that follows from an entry, about the same things: its text is still to be written. */
export function draftThatFollows(entry: Entry, kind: EntryKind): Draft {
  return {
    ...emptyDraft(kind),
    tags: entry.tags.filter((tag) => tag.length <= longestWord).slice(0, longestList),
    code: entry.code.filter(isCodePlace).slice(0, longestList),
    links: [choiceOf(entry)].filter(isEntryChoice),
  };
}
