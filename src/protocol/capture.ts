import type { CodePlace } from '../core/entries/entry.ts';
import { type EntryKind, entryKinds } from '../core/entries/kinds.ts';
import {
  type CommitChoice,
  type Draft,
  type EntryChoice,
  isCodePlace,
  isCommitChoice,
  isDraft,
  isDraftRecord,
  isEntryChoice,
  longestList,
  longestWord,
} from './draft.ts';
import { type Guard, isCount, isFlag, isNothing, listOf, oneOf, shape, text } from './guard.ts';
import type { Told } from '../core/resemblance/failureIndex.ts';

/** Whether an entry can be logged here, and if not, what stands in the way. */
export const availabilities = ['loading', 'ready', 'noFolder', 'restricted', 'virtual'] as const;

/** One of `availabilities`. */
export type Availability = (typeof availabilities)[number];

/** Somebody whom git names for a commit or a line: offered to be thanked for it, and never filled in. */
export interface ThankOffer {
  readonly name: string;
  /** Full hash of the commit that they made; absent where a line is meant. */
  readonly commit?: string;
  /** POSIX path of the file in which they wrote a line. */
  readonly path?: string;
}

/** What the editor has to offer for an entry, besides what the person writes. */
export interface CaptureState {
  readonly availability: Availability;
  /** Those in use, most used first. */
  readonly tags: readonly string[];
  /** Most likely first. */
  readonly people: readonly string[];
  /** Who can be thanked for what thanks are about. */
  readonly toThank: readonly ThankOffer[];
  /** The person's own latest commits, newest first. */
  readonly commits: readonly CommitChoice[];
  /** Whether the first of them was made within the last hour. */
  readonly justCommitted: boolean;
  /** How many of them are offered at once, without looking for them. */
  readonly atHand: number;
  /** A sentence why no commits are offered; empty where they are. */
  readonly noCommits: string;
  /** What the team's agreement promises first, in a line; empty where there is none. */
  readonly promise: string;
  /** Where the cursor is. */
  readonly place?: CodePlace;
}

/** An entry that was logged. */
export interface Logged {
  readonly id: string;
  readonly title: string;
}

/** An earlier failure that resembles what is being written, what the two have in common, and what was learned from it. */
export interface EarlierFailure {
  readonly id: string;
  readonly title: string;
  /** ISO 8601 date. */
  readonly date: string;
  readonly tags: readonly string[];
  readonly places: readonly string[];
  readonly words: readonly string[];
  readonly learnings: readonly EntryChoice[];
}

/** Of what is told, so much is compared with earlier failures, in UTF-16 units. */
export const longestTold = 4000;

/** Most earlier failures that are shown, and most learnings of each. */
export const mostEarlier = 3;

/** Brings the view to the front for one purpose: what is given goes into the draft. */
export interface Show {
  /** Commits that were looked for, for this draft. */
  readonly commits?: readonly CommitChoice[];
  readonly kind?: EntryKind;
  readonly place?: CodePlace;
  /** An entry that was suggested: it takes the place of what is being written, which comes back behind it. */
  readonly draft?: Draft;
}

const isThankOffer: Guard<ThankOffer> = shape(
  { name: text(longestWord) },
  { commit: text(64), path: text(4096) },
);

export const isCaptureState: Guard<CaptureState> = shape(
  {
    availability: oneOf(availabilities),
    tags: listOf(text(200), 2000),
    people: listOf(text(200), 2000),
    toThank: listOf(isThankOffer, longestList),
    commits: listOf(isCommitChoice, 8),
    justCommitted: isFlag,
    atHand: isCount,
    noCommits: text(1000),
    promise: text(1000),
  },
  { place: isCodePlace },
);

export const isLogged: Guard<Logged> = shape({ id: text(32), title: text(1000) });
export const isShow: Guard<Show> = shape(
  {},
  {
    kind: oneOf(entryKinds),
    place: isCodePlace,
    draft: isDraft,
    commits: listOf(isCommitChoice, longestList),
  },
);

export const isTold: Guard<Told> = shape({
  text: text(longestTold),
  tags: listOf(text(longestWord), longestList),
  places: listOf(text(4096), longestList),
});

export const isEarlierFailure: Guard<EarlierFailure> = shape({
  id: text(32),
  title: text(1000),
  date: text(10),
  tags: listOf(text(longestWord), longestList),
  places: listOf(text(4096), longestList),
  words: listOf(text(longestTold), mostEarlier),
  learnings: listOf(isEntryChoice, mostEarlier),
});

const isOpened = shape({ state: isCaptureState, record: isDraftRecord });

/** What the extension serves to the capture view. */
export const captureHost = {
  /** The view is there: what it shows, and the record as the extension keeps it. */
  open: { input: isNothing, output: isOpened },
  /** Makes the draft an entry. Refused with the reason; then nothing was written. */
  log: { input: isDraft, output: isLogged },
  /** Takes back an entry that was logged in this view. */
  takeBack: { input: text(32), output: isNothing },
  /** Entries whose text holds the words, best first; the newest ones where there are no words. */
  searchEntries: { input: text(200), output: listOf(isEntryChoice, 20) },
  /** Earlier failures that resemble what is being written, the most alike first. */
  resembling: { input: isTold, output: listOf(isEarlierFailure, mostEarlier) },
  /** The record has changed: keep it. */
  keep: { input: isDraftRecord },
  /** Lets the person look for commits in the whole history; what is chosen comes with `show`. Those are linked. */
  findCommits: { input: listOf(text(64), longestList) },
  /** Shows an entry's file in an editor. */
  openEntry: { input: text(32) },
  openAgreement: { input: isNothing },
  openFolder: { input: isNothing },
  manageTrust: { input: isNothing },
} as const;

/** What the capture view serves to the extension. */
export const captureView = {
  /** What is on offer has changed. */
  offer: { input: isCaptureState },
  /** Take the focus, with these in the draft. Answered when they are. */
  show: { input: isShow, output: isNothing },
} as const;
