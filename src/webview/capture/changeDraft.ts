import type { CodePlace } from '../../core/entries/entry.ts';
import {
  type CommitChoice,
  type Draft,
  type EntryChoice,
  longestList,
  longestWord,
} from '../../protocol/draft.ts';
import { withWords, wordsIn } from './suggestWords.ts';

/** The fields of a draft that complete what is typed. */
export type FieldName = 'tags' | 'people' | 'owner' | 'links';

/** The parts of a draft that are free text. */
export type TextName = 'text' | 'hypothesis' | 'measure' | 'timebox' | 'due';

/** A draft with the words that were typed into a field. */
export function addTyped(draft: Draft, field: FieldName, typed: string, known: readonly string[]): Draft {
  const words = wordsIn(typed, known, longestWord);
  if (field === 'owner') {
    return words[0] === undefined ? draft : { ...draft, owner: words[0] };
  }
  return field === 'links' ? draft : { ...draft, [field]: withWords(draft[field], words, longestList) };
}

/** A draft that also thanks somebody, by exactly this name. */
export function addPerson(draft: Draft, name: string): Draft {
  return { ...draft, people: withWords(draft.people, [name], longestList) };
}

/** A draft that also follows from an entry. */
export function addLink(draft: Draft, entry: EntryChoice): Draft {
  const there = draft.links.some((link) => link.id === entry.id) || draft.links.length >= longestList;
  return there ? draft : { ...draft, links: [...draft.links, entry] };
}

/** A draft with a commit, or without it if it was there. */
export function toggleCommit(draft: Draft, commit: CommitChoice): Draft {
  const others = draft.commits.filter((one) => one.sha !== commit.sha);
  const there = others.length < draft.commits.length;
  return { ...draft, commits: there || others.length >= longestList ? others : [...others, commit] };
}

/** A draft with these commits besides those that it has. */
export function addCommits(draft: Draft, commits: readonly CommitChoice[]): Draft {
  const more = commits.filter((commit) => !draft.commits.some((one) => one.sha === commit.sha));
  return more.length === 0 ? draft : { ...draft, commits: [...draft.commits, ...more].slice(0, longestList) };
}

/** A draft with one more place in the code. */
export function addPlace(draft: Draft, place: CodePlace): Draft {
  const there = hasPlace(draft, place) || draft.code.length >= longestList;
  return there ? draft : { ...draft, code: [...draft.code, place] };
}

/** Whether the same line of the same file is there already. */
export function hasPlace(draft: Draft, place: CodePlace): boolean {
  return draft.code.some((one) => one.path === place.path && one.line === place.line);
}

/** A draft without one of its chips. */
export function removeAt(draft: Draft, list: FieldName | 'code' | 'commits', index: number): Draft {
  if (list === 'owner') {
    return { ...draft, owner: '' };
  }
  const items: readonly unknown[] = draft[list];
  return { ...draft, [list]: items.filter((_item, at) => at !== index) };
}

/** A draft of what happened on the day it is logged. */
export function withoutDate({ date: _date, ...draft }: Draft): Draft {
  return draft;
}

/** How many chips a field has. */
export function countOf(draft: Draft, field: FieldName): number {
  return field === 'owner' ? Number(draft.owner !== '') : draft[field].length;
}
