import type { CodePlace } from '../core/entries/entry.ts';
import { type EntryKind, entryKinds } from '../core/entries/kinds.ts';
import { type Guard, isCount, listOf, oneOf, shape, text, textLike } from './guard.ts';

/** A commit that can be linked. */
export interface CommitChoice {
  /** Full hash, 40 or 64 lower-case hexadecimal digits. */
  readonly sha: string;
  readonly subject: string;
}

/** An entry that can be followed from. */
export interface EntryChoice {
  readonly id: string;
  /** One of `entryKinds`, or a newer version's word. */
  readonly kind: string;
  readonly title: string;
}

/** An entry while it is being written. What was not given is empty, never absent. */
export interface Draft {
  readonly kind: EntryKind;
  /** As it was typed: the first line is the title, the rest the body. */
  readonly text: string;
  /** Of an experiment; kept, but not logged, while another kind is chosen. The same holds for `measure`. */
  readonly hypothesis: string;
  readonly measure: string;
  /** Of an experiment, ISO 8601 date or empty. */
  readonly timebox: string;
  /** Of an experiment or an action; kept, but not logged, while another kind is chosen. */
  readonly owner: string;
  /** Of an action, ISO 8601 date or empty. */
  readonly due: string;
  readonly tags: readonly string[];
  readonly people: readonly string[];
  readonly code: readonly CodePlace[];
  readonly commits: readonly CommitChoice[];
  readonly links: readonly EntryChoice[];
  /** The day it happened, ISO 8601 date; absent: the day it is logged. */
  readonly date?: string;
}

/**
 * What is kept of the capture view between one moment and the next, by both ends: of two records the one with
 * the higher revision is the newer.
 */
export interface DraftRecord {
  /** Counts changes. */
  readonly revision: number;
  readonly draft: Draft;
  /** What was thrown away last and can still be had back. */
  readonly setAside?: Draft;
  /** What was being written when a suggestion took its place: it comes back when that is logged or thrown away. */
  readonly interrupted?: Draft;
}

/** The longest text of a draft, in UTF-16 units. */
export const longestText = 100_000;

/** The longest section of an experiment, in UTF-16 units. */
export const longestSection = 20_000;

/** The longest tag or name, in UTF-16 units. */
export const longestWord = 100;

/** Most items in each of a draft's lists. */
export const longestList = 50;

/** A date, or nothing. */
const day = /^(?:\d{4}-\d{2}-\d{2})?$/;

/** Relative, POSIX, and never leading out of its root. */
const relativePath = /^(?!\/)(?!(?:.*\/)?\.\.?(?:\/|$))[^\0]+$/s;

export const isCodePlace: Guard<CodePlace> = shape(
  { path: textLike(relativePath, 4096) },
  { line: isCount, text: text(1000) },
);

export const isCommitChoice: Guard<CommitChoice> = shape({
  sha: textLike(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, 64),
  subject: text(1000),
});

export const isEntryChoice: Guard<EntryChoice> = shape({
  id: textLike(/^[A-Za-z0-9-]{4,32}$/, 32),
  kind: text(longestWord),
  title: text(1000),
});

const draftParts = {
  kind: oneOf(entryKinds),
  text: text(longestText),
  hypothesis: text(longestSection),
  measure: text(longestSection),
  timebox: textLike(day, 10),
  owner: text(longestWord),
  due: textLike(day, 10),
  tags: listOf(text(longestWord), longestList),
  people: listOf(text(longestWord), longestList),
  code: listOf(isCodePlace, longestList),
  commits: listOf(isCommitChoice, longestList),
  links: listOf(isEntryChoice, longestList),
};

export const isDraft: Guard<Draft> = shape(draftParts, { date: textLike(/^\d{4}-\d{2}-\d{2}$/, 10) });

export const isDraftRecord: Guard<DraftRecord> = shape(
  { revision: isCount, draft: isDraft },
  { setAside: isDraft, interrupted: isDraft },
);

/** A draft in which nothing has been written yet. */
export function emptyDraft(kind: EntryKind): Draft {
  return {
    kind,
    text: '',
    hypothesis: '',
    measure: '',
    timebox: '',
    owner: '',
    due: '',
    tags: [],
    people: [],
    code: [],
    commits: [],
    links: [],
  };
}

/** Whether there is nothing in a draft that could be lost. */
export function isBlank(draft: Draft): boolean {
  return Object.entries(draft).every(
    ([key, value]) => key === 'kind' || value.length === 0 || isWhite(value),
  );
}

/** Whether a draft's texts are short enough to be kept and logged. */
export function fits(draft: Draft): boolean {
  const sections = Math.max(draft.hypothesis.length, draft.measure.length);
  return draft.text.length <= longestText && sections <= longestSection;
}

/** What is left when a record's draft has been logged: what it interrupted, or an empty page of the same kind. */
export function afterLogging(record: DraftRecord): DraftRecord {
  return { revision: record.revision + 1, draft: nextDraft(record) };
}

/** What comes onto the page when its draft leaves it. */
export function nextDraft({ draft, interrupted }: DraftRecord): Draft {
  return interrupted ?? emptyDraft(draft.kind);
}

/** The newer of two records. */
export function newerRecord(one: DraftRecord, other: DraftRecord): DraftRecord {
  return other.revision > one.revision ? other : one;
}

function isWhite(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}
