import type { ColumnKind, Naming, Phase, Template } from '../templates/template.ts';
import { templateDefaults } from '../templates/template.ts';
import { type Given, type GivenEntry, nothingGiven } from './given.ts';
import type { DeedType } from './intent.ts';
import { type KnownIds, noIds } from './knownIds.ts';

/** The id of the column for what is kept for later. */
export const parkingLot = 'parking';

/** Something that a table of the board holds. Tables keep the order in which rows were added. */
export interface Row {
  readonly id: string;
}

/** What a card or a group becomes when the meeting is closed. */
export interface Promotion {
  /** The id of the entry that it becomes. */
  readonly entry: string;
  readonly kind: ColumnKind;
}

/** What cards and groups have in common. */
export interface Topic extends Row {
  /** The id of its column: `column-1` … `column-8` or `parkingLot`. */
  readonly column: string;
  /** Its place among its neighbours, smallest first. */
  readonly rank: number;
  readonly discussed: boolean;
  readonly promotion: Promotion | null;
}

/** A card. One that was deleted stays in the table, so that it can be had back. */
export interface Card extends Topic {
  /** Plain text or Markdown, as it was written. */
  readonly text: string;
  /** The participant who wrote it; empty on an anonymous board, and for what was there from the beginning. */
  readonly author: string;
  /** On an anonymous board the secret that lets its writer change it; otherwise empty. Never in a view. */
  readonly key: string;
  /** Nobody but its writer has seen it yet. */
  readonly hidden: boolean;
  readonly deleted: boolean;
  /** The group it is in; empty where it stands alone. */
  readonly group: string;
  /** The entry that it stands for, if it does. */
  readonly given: GivenEntry | null;
}

/** Cards that belong together. One in which no card is left is not shown. */
export interface Group extends Topic {
  readonly title: string;
}

/** Something said about a card or a group. */
export interface Note extends Row {
  readonly topic: string;
  readonly text: string;
  readonly deleted: boolean;
}

/** The votes of one participant for one card or group. Never below 1: without votes there is no row. */
export interface Votes extends Row {
  /** Empty where only their sum is known, as in minutes. */
  readonly participant: string;
  readonly topic: string;
  readonly count: number;
}

/** The kinds of entry that are made on a board. */
export const madeKinds = ['action', 'experiment', 'learning', 'kudos'] as const;

export type MadeKind = (typeof madeKinds)[number];

/** What is said of an entry that is made on the board. What was not said is empty. */
export interface MadeWords {
  readonly kind: MadeKind;
  readonly title: string;
  readonly body: string;
  /** Of an action or an experiment: a name. */
  readonly owner: string;
  /** Of an action: ISO 8601 date. */
  readonly due: string;
  /** Who is thanked. */
  readonly people: readonly string[];
  /** Of an experiment, as are `measure` and `timebox`. */
  readonly hypothesis: string;
  readonly measure: string;
  /** ISO 8601 date. */
  readonly timebox: string;
}

/** An entry that is made on the board; its id is that of the entry. It becomes a file when the meeting is closed. */
export interface Made extends Row, MadeWords {
  /** The card or group that it came from; empty for none. */
  readonly source: string;
  readonly deleted: boolean;
  /** Where it stands already, POSIX from the root of the repository; empty while it is not written. */
  readonly path: string;
}

/** Where an entry stands that a card or a group became before; its id is that of the entry. */
export interface Written extends Row {
  /** POSIX, from the root of the repository. */
  readonly path: string;
}

/** What was decided about an open action, by the id of its entry. */
export interface Review extends Row {
  readonly decision: 'keep' | 'close' | 'drop';
  /** Why it is dropped; otherwise empty. */
  readonly reason: string;
}

/** What a participant answered at the beginning. */
export interface Answer extends Row {
  readonly text: string;
}

/** How much a participant found the meeting worth their time, by their id. */
export interface Rating extends Row {
  /** From 1 to 5. */
  readonly worth: number;
}

/** Someone at the board. */
export interface Participant extends Row {
  readonly name: string;
  readonly role: 'facilitator' | 'participant';
  readonly state: 'present' | 'away' | 'removed';
  /** Has said to be done with the phase. */
  readonly ready: boolean;
}

/** A clock that everyone sees. Times are milliseconds since the epoch by the host's clock. */
export interface Timer {
  readonly phase: Phase;
  /** The card or group that it is for; empty for the whole phase. */
  readonly topic: string;
  /** How long it was set for, extensions included, in milliseconds. */
  readonly length: number;
  /** When it ends; `null` while it is paused. */
  readonly endsAt: number | null;
  /** What is left while it is paused, in milliseconds; otherwise 0. */
  readonly left: number;
}

export interface Meeting {
  readonly id: string;
  readonly title: string;
  /** ISO 8601 date, as are the first and the last day that are looked back on. */
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

/** The tables whose rows an undo can put back. */
export interface Tables {
  readonly cards: readonly Card[];
  readonly groups: readonly Group[];
  readonly notes: readonly Note[];
  readonly votes: readonly Votes[];
  readonly made: readonly Made[];
  readonly reviews: readonly Review[];
}

/** What an intent did to one row: `null` before it was added or after it was removed. */
export interface RowChange {
  readonly table: keyof Tables;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** Something that can be undone. */
export interface Step {
  /** The id of the intent. */
  readonly id: string;
  /** The participant, or the secret of the card where nobody is to know who. */
  readonly by: string;
  readonly type: DeedType;
  readonly changes: readonly RowChange[];
  /** The topic that was talked about, where it became another one with it. */
  readonly topic?: { readonly before: string; readonly after: string };
  /** The ids of the entries that came to what the board was given, where some did. */
  readonly brought?: readonly string[];
}

/**
 * The whole state of a meeting. Plain data that never changes: it can be written as JSON and read again, and a
 * later board shares with an earlier one whatever is the same. Only what `viewOf` makes of it is for people.
 */
export interface Board extends Tables {
  /** The version of this shape. */
  readonly version: 1;
  /** How many intents have been applied. */
  readonly revision: number;
  readonly state: 'new' | 'open' | 'closed';
  readonly meeting: Meeting;
  readonly template: Template;
  readonly names: Naming;
  readonly given: Given;
  readonly phase: Phase;
  /** Phases that are passed over. */
  readonly skipped: readonly Phase[];
  /** Nothing is hidden any more, and what is written now is seen at once. */
  readonly revealed: boolean;
  /** The round of votes, from 1. */
  readonly round: number;
  /** Whether the votes of this round are shown, so that no more are taken. */
  readonly votesRevealed: boolean;
  /** What the last round that was revealed came to, while the next one runs. */
  readonly lastVotes: readonly Votes[];
  /** The card or group that is talked about; empty for none. */
  readonly topic: string;
  readonly timer: Timer | null;
  /** The question at the beginning; empty for none. */
  readonly question: string;
  readonly answers: readonly Answer[];
  readonly ratings: readonly Rating[];
  /** From minutes: the mean of ratings that are not known one by one. */
  readonly worth: { readonly mean: number; readonly n: number } | null;
  /** How many took part, where somebody said so; otherwise those who joined are counted. */
  readonly attendees: number | null;
  /** In the order in which they joined. */
  readonly participants: readonly Participant[];
  /** From minutes: what was an entry already. */
  readonly written: readonly Written[];
  /** What can be undone, the latest last. */
  readonly steps: readonly Step[];
  /** The ids of all intents that were applied. */
  readonly seen: KnownIds;
}

/** The board before anything happened. */
export const newBoard: Board = {
  version: 1,
  revision: 0,
  state: 'new',
  meeting: { id: '', title: '', date: '', from: '', to: '' },
  template: { key: '', name: '', columns: [], ...templateDefaults },
  names: 'named',
  given: nothingGiven,
  phase: 'write',
  skipped: [],
  revealed: false,
  round: 1,
  votesRevealed: false,
  lastVotes: [],
  topic: '',
  timer: null,
  question: '',
  answers: [],
  ratings: [],
  worth: null,
  attendees: null,
  participants: [],
  cards: [],
  groups: [],
  notes: [],
  votes: [],
  made: [],
  reviews: [],
  written: [],
  steps: [],
  seen: noIds,
};

/** The id of a template's column, by its position from 0. */
export function columnId(index: number): string {
  return `column-${index + 1}`;
}
