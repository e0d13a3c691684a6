import type { Entry } from '../../core/entries/entry.ts';
import { type EntryChoice, longestWord } from '../../protocol/draft.ts';

const longestTitle = 300;

/** An entry as it is offered to be followed from. */
export function choiceOf({ id, kind, title }: Pick<Entry, 'id' | 'kind' | 'title'>): EntryChoice {
  return { id, kind: kind.slice(0, longestWord), title: title.slice(0, longestTitle) };
}
