import type { Board, Made, Participant, Step } from './board.ts';
import type { BoardView, ColumnView, ParticipantView, VotesView, WorthView } from './boardView.ts';
import type { DeedType } from './intent.ts';
import { rowWith } from './rows.ts';
import { anyTopic, isCard } from './topics.ts';
import { isForAll, lastStep } from './undo.ts';
import { columnViews } from './viewTopics.ts';
import { votesGiven } from './voteRows.ts';

/** For whom a view is made. */
export interface Viewer {
  /** Their id; empty for someone who only looks on. */
  readonly participant: string;
  /** On an anonymous board, the secrets of the cards that they wrote. */
  readonly keys: readonly string[];
}

/**
 * What one person may see. Pure; what is hidden from them is absent.
 *
 * @param columns as `columnViews` gives them, where they are there already
 */
export function viewOf(
  board: Board,
  viewer: Viewer,
  columns: readonly ColumnView[] = columnViews(board, viewer),
): BoardView {
  const me = rowWith(board.participants, viewer.participant);
  const { template } = board;
  return {
    revision: board.revision,
    state: board.state,
    meeting: board.meeting,
    template: { key: template.key, name: template.name, purpose: template.purpose },
    names: board.names,
    given: board.given,
    phases: template.phases.map((phase) => {
      const minutes = template.minutes[phase];
      return { phase, skipped: board.skipped.includes(phase), ...(minutes === undefined ? {} : { minutes }) };
    }),
    phase: board.phase,
    hidden: !board.revealed,
    me: me?.id ?? '',
    facilitates: me?.role === 'facilitator',
    participants: participantViews(board, me),
    ready: board.participants.filter(({ ready, state }) => ready && state === 'present').length,
    attendees: attendeesOf(board),
    columns,
    votes: votesView(board, viewer.participant),
    topic: board.topic,
    timer: board.timer,
    question: board.question,
    answers: board.answers,
    reviews: board.reviews,
    made: madeViews(board),
    worth: worthView(board, viewer.participant),
    undo: undoView(board, viewer),
  };
}

/** How many took part: as somebody said, or else those who were ever there. */
export function attendeesOf(board: Board): number {
  return board.attendees ?? board.participants.filter(({ state }) => state !== 'removed').length;
}

/** The mean of all ratings, and how many there are; those from minutes where nobody has rated since. */
export function worthOf(board: Board): { readonly mean: number; readonly n: number } | null {
  const n = board.ratings.length;
  return n === 0 ? board.worth : { mean: board.ratings.reduce((sum, { worth }) => sum + worth, 0) / n, n };
}

function participantViews(board: Board, me: Participant | undefined): ParticipantView[] {
  const secret = board.names === 'anonymous' && !board.revealed;
  return board.participants
    .filter(({ state }) => state !== 'removed')
    .map(({ ready, ...person }) => (secret && person.id !== me?.id ? person : { ...person, ready }));
}

function votesView(board: Board, participant: string): VotesView {
  const limits = board.template.votes;
  return {
    round: board.round,
    revealed: board.votesRevealed,
    shown: board.votesRevealed || board.round > 1,
    limits,
    left: participant === '' ? 0 : Math.max(0, limits.total - votesGiven(board, participant)),
  };
}

function madeViews(board: Board): readonly Omit<Made, 'deleted'>[] {
  return board.made.flatMap(({ deleted, ...made }) => {
    const source = anyTopic(board, made.source);
    const seen = source !== undefined && !(isCard(source) && source.hidden);
    return deleted ? [] : [{ ...made, source: seen ? made.source : '' }];
  });
}

function worthView(board: Board, participant: string): WorthView {
  const worth = worthOf(board);
  const present = board.participants.filter(({ state }) => state === 'present');
  const all = present.every(({ id }) => rowWith(board.ratings, id) !== undefined);
  return {
    mine: rowWith(board.ratings, participant)?.worth ?? 0,
    n: worth?.n ?? 0,
    ...(worth !== null && (all || board.state === 'closed') ? { mean: worth.mean } : {}),
  };
}

/** What a person can take back. */
export function undoView(board: Board, { participant, keys }: Viewer): BoardView['undo'] {
  const facilitates = rowWith(board.participants, participant)?.role === 'facilitator';
  const own = [participant, ...keys].filter((name) => name !== '');
  const isOwn = ({ by }: Step): boolean => own.includes(by);
  const last = (fits: (step: Step) => boolean): DeedType | null => lastStep(board, fits)?.step.type ?? null;
  return {
    mine: last(isOwn),
    anyone: facilitates ? last(either(isOwn, isForAll(board))) : null,
  };
}

function either(one: (step: Step) => boolean, other: (step: Step) => boolean): (step: Step) => boolean {
  return (step) => one(step) || other(step);
}
