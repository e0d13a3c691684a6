import type { ColumnKind, Naming, Phase, VoteLimits } from '../templates/template.ts';
import type { Answer, Made, Meeting, Participant, Promotion, Review, Timer } from './board.ts';
import type { Given, GivenEntry } from './given.ts';
import type { DeedType } from './intent.ts';

/** Something said about a card or a group. */
export interface NoteView {
  readonly id: string;
  readonly text: string;
}

/** A card as one person sees it. */
export interface CardView {
  readonly id: string;
  readonly text: string;
  /** The id of the participant who wrote it; empty on an anonymous board and for what was there before. */
  readonly author: string;
  /** The viewer wrote it, and so can change it. */
  readonly mine: boolean;
  /** Nobody else sees it yet. */
  readonly hidden: boolean;
  /** The entry that it stands for. */
  readonly given: GivenEntry | null;
  /** Of a card in a group; of a lone one its topic has them. */
  readonly notes: readonly NoteView[];
  readonly promotion: Promotion | null;
}

/** A lone card or a group: what is moved, voted for and talked about as one. */
export interface TopicView {
  /** That of the card or of the group. */
  readonly id: string;
  readonly isGroup: boolean;
  /** Of a group; empty for a lone card. */
  readonly title: string;
  /** The cards of a group, or the one card. */
  readonly cards: readonly CardView[];
  readonly notes: readonly NoteView[];
  /** What it got in the last round that was revealed; 0 before that. */
  readonly votes: number;
  /** What the viewer has given it in this round. */
  readonly myVotes: number;
  readonly discussed: boolean;
  readonly promotion: Promotion | null;
}

export interface ColumnView {
  /** `column-1` … `column-8` or `parking`. */
  readonly id: string;
  /** Empty for the parking lot, which has a name of its own in every language. */
  readonly title: string;
  readonly kind: ColumnKind | null;
  readonly prompt: string;
  readonly topics: readonly TopicView[];
}

export interface VotesView {
  readonly round: number;
  /** Those of this round are shown, so that no more are taken. */
  readonly revealed: boolean;
  /** A round was revealed: the votes of topics are those of the last one. */
  readonly shown: boolean;
  readonly limits: VoteLimits;
  /** How many the viewer has left. */
  readonly left: number;
}

export interface ParticipantView extends Omit<Participant, 'ready'> {
  /** Absent while nobody is to see when someone has finished writing; the viewer's own is always there. */
  readonly ready?: boolean;
}

/** How much the meeting was worth. */
export interface WorthView {
  /** From 1 to 5; 0 where the viewer has not said. */
  readonly mine: number;
  readonly n: number;
  /** Given when all who are there have said, or the meeting is closed. */
  readonly mean?: number;
}

export interface PhaseView {
  readonly phase: Phase;
  readonly skipped: boolean;
  /** In minutes; absent where it takes the time it needs. */
  readonly minutes?: number;
}

/** All that one person may see of a board. What is hidden from them is not in it, in no form. */
export interface BoardView {
  readonly revision: number;
  readonly state: 'new' | 'open' | 'closed';
  readonly meeting: Meeting;
  /** The key, the name and the purpose of the template. */
  readonly template: { readonly key: string; readonly name: string; readonly purpose: string };
  readonly names: Naming;
  readonly given: Given;
  readonly phases: readonly PhaseView[];
  readonly phase: Phase;
  /** Cards are not shown to others while they are written, and have not been shown yet. */
  readonly hidden: boolean;
  /** The viewer's own id; empty for someone who looks on. */
  readonly me: string;
  readonly facilitates: boolean;
  /** Those who are there or were, in the order in which they came; without those who were taken off the board. */
  readonly participants: readonly ParticipantView[];
  /** How many of those present have said to be done with the phase. */
  readonly ready: number;
  readonly attendees: number;
  /** Those of the template, and the parking lot as the last. */
  readonly columns: readonly ColumnView[];
  readonly votes: VotesView;
  /** The topic that is talked about; empty for none. */
  readonly topic: string;
  readonly timer: Timer | null;
  readonly question: string;
  readonly answers: readonly Answer[];
  readonly reviews: readonly Review[];
  readonly made: readonly Omit<Made, 'deleted'>[];
  readonly worth: WorthView;
  /** The last deed of the viewer that can be undone, and for a facilitator the last one of anyone. */
  readonly undo: { readonly mine: DeedType | null; readonly anyone: DeedType | null };
}
