import type { ColumnKind, Naming, Phase, Template } from '../templates/template.ts';
import type { MadeWords, Meeting, Review } from './board.ts';
import type { Given, GivenEntry } from './given.ts';

/**
 * Everything that can be done on a board. Ids of what is new (cards, groups, notes, entries) are made by whoever
 * does it, as random as those of entries, and are those of the entries that come out. `topic` is the id of a card
 * or of a group.
 *
 * Where a card is written or changed on an anonymous board, `key` is the random secret of that card, of 16 to 64
 * letters, digits and hyphens, that its writer keeps: whoever has it may change the card.
 */
export type Deed =
  /** Makes the meeting. Whoever does it facilitates, under the given name. */
  | {
      readonly type: 'start';
      readonly name: string;
      readonly meeting: Meeting;
      readonly template: Template;
      readonly given: Given;
    }
  | { readonly type: 'rename'; readonly title: string }
  /** From more open to less open, and before the first card is written. */
  | { readonly type: 'setNames'; readonly names: Naming }
  | { readonly type: 'setAttendees'; readonly count: number }
  | { readonly type: 'goTo'; readonly phase: Phase }
  | { readonly type: 'skipPhase'; readonly phase: Phase; readonly skipped: boolean }
  /** What becomes of an open action. It is carried out when the meeting is closed. */
  | {
      readonly type: 'reviewAction';
      /** The id of the action's entry. */
      readonly action: string;
      /** `undecided` takes a decision back. */
      readonly decision: Review['decision'] | 'undecided';
      /** Needed to drop it. */
      readonly reason: string;
    }
  | { readonly type: 'askCheckIn'; readonly question: string }
  /** An empty text takes the answer back. */
  | { readonly type: 'answerCheckIn'; readonly text: string }
  | {
      readonly type: 'addCard';
      readonly card: string;
      readonly column: string;
      readonly text: string;
      readonly key?: string;
    }
  /** Brings an entry that was given with the board, and stands in no column, onto it. */
  | { readonly type: 'addEntryCard'; readonly card: string; readonly column: string; readonly entry: string }
  /**
   * Brings entries of the log that were not given with the board onto it, each into the first column of its kind; what
   * no column is for is listed with what happened. What is or was on the board already is left as it is.
   */
  | { readonly type: 'bringEntries'; readonly entries: readonly GivenEntry[] }
  | { readonly type: 'editCard'; readonly card: string; readonly text: string; readonly key?: string }
  | { readonly type: 'deleteCard'; readonly card: string; readonly key?: string }
  | { readonly type: 'restoreCard'; readonly card: string; readonly key?: string }
  /**
   * Puts a card before another card of its group, and there it stays; or else out of its group, into a column,
   * before a card or group there or at the end.
   */
  | {
      readonly type: 'moveCard';
      readonly card: string;
      readonly column: string;
      readonly before?: string;
      readonly key?: string;
    }
  /** Shows everyone what was written. Cannot be undone. */
  | { readonly type: 'reveal' }
  /** Puts a card at the end of the group that `topic` is or is in; where that is a lone card, makes `group` of both. */
  | {
      readonly type: 'groupCard';
      readonly card: string;
      readonly topic: string;
      readonly group: string;
    }
  | { readonly type: 'ungroupCard'; readonly card: string }
  /** Lets every card of a group stand alone. */
  | { readonly type: 'splitGroup'; readonly group: string }
  | { readonly type: 'mergeGroups'; readonly group: string; readonly into: string }
  | { readonly type: 'renameGroup'; readonly group: string; readonly title: string }
  | {
      readonly type: 'moveGroup';
      readonly group: string;
      readonly column: string;
      readonly before?: string;
    }
  /** One vote more, in the phase for it and until the votes are revealed. */
  | { readonly type: 'vote'; readonly topic: string }
  | { readonly type: 'unvote'; readonly topic: string }
  | { readonly type: 'revealVotes' }
  /** After the votes were revealed: everyone has all votes again. */
  | { readonly type: 'startRound' }
  /** For the phase, or for one topic in it. Takes the place of the timer that runs. Milliseconds. */
  | { readonly type: 'startTimer'; readonly length: number; readonly topic?: string }
  | { readonly type: 'extendTimer'; readonly length: number }
  | { readonly type: 'pauseTimer' }
  | { readonly type: 'resumeTimer' }
  | { readonly type: 'stopTimer' }
  /** What is talked about; empty for nothing. */
  | { readonly type: 'selectTopic'; readonly topic: string }
  | { readonly type: 'markDiscussed'; readonly topic: string; readonly discussed: boolean }
  | { readonly type: 'addNote'; readonly note: string; readonly topic: string; readonly text: string }
  | { readonly type: 'editNote'; readonly note: string; readonly text: string }
  | { readonly type: 'deleteNote'; readonly note: string }
  /** Makes an entry; `source` is the card or group that it came from, or empty. */
  | { readonly type: 'make'; readonly entry: string; readonly source: string; readonly words: MadeWords }
  | { readonly type: 'changeMade'; readonly entry: string; readonly words: MadeWords }
  | { readonly type: 'deleteMade'; readonly entry: string }
  /** Makes a card or group an entry when the meeting is closed; of the column's kind, unless another is said. */
  | {
      readonly type: 'promote';
      readonly topic: string;
      readonly entry: string;
      readonly kind?: ColumnKind;
    }
  | { readonly type: 'unpromote'; readonly topic: string }
  /** Was it worth our time? From 1 to 5; once for each participant, the last one counts. */
  | { readonly type: 'rate'; readonly worth: number }
  /** Also for someone who comes back. On a board without a facilitator the first to join is one. */
  | { readonly type: 'join'; readonly name: string }
  | { readonly type: 'leave' }
  | { readonly type: 'setReady'; readonly ready: boolean }
  | { readonly type: 'handOver'; readonly to: string }
  | { readonly type: 'removeParticipant'; readonly who: string }
  /**
   * Takes back the last thing that can be undone: one's own, or (for the facilitator) anyone's but for votes and
   * what is hidden. With a `key`, the last change of that card.
   */
  | { readonly type: 'undo'; readonly whose: 'mine' | 'anyone'; readonly key?: string }
  | { readonly type: 'close' }
  | { readonly type: 'reopen' };

export type DeedType = Deed['type'];

/** One deed by its type. */
export type DeedOf<T extends DeedType> = Extract<Deed, { readonly type: T }>;

/** What a participant's program sends. */
export interface Wish {
  /** Random; the same wish sent again has the same one, and is carried out once. 4 to 32 letters, digits, hyphens. */
  readonly id: string;
  readonly deed: Deed;
}

/** A wish as the host took it in and the journal keeps it. All that a board ever was follows from these. */
export interface Intent extends Wish {
  /** Whose it is; empty for what is written on an anonymous board. */
  readonly participant: string;
  /** When the host took it in, milliseconds since the epoch; 0 for what is written on an anonymous board. */
  readonly at: number;
  /** Fresh random ids, as many as `randomNeeded` says. */
  readonly random: readonly string[];
}
