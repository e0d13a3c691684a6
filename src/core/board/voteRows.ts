import type { Board, Votes } from './board.ts';
import { withRow } from './rows.ts';

/** How many votes a participant has given in this round. */
export function votesGiven(board: Board, participant: string): number {
  return board.votes.reduce((sum, row) => sum + (row.participant === participant ? row.count : 0), 0);
}

/** How many of them a participant has given to one topic. */
export function votesFor(board: Board, participant: string, topic: string): number {
  return board.votes.find((row) => row.participant === participant && row.topic === topic)?.count ?? 0;
}

/** The votes that are shown: those of the last round that was revealed. */
export function shownVotes(board: Board): readonly Votes[] {
  return board.votesRevealed ? board.votes : board.lastVotes;
}

/** What each topic got, by its id. */
export function totalsOf(votes: readonly Votes[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const { topic, count } of votes) {
    totals.set(topic, (totals.get(topic) ?? 0) + count);
  }
  return totals;
}

/** The board where a participant has given a topic so many votes; without a row where there are none. */
export function withVotesFor(board: Board, participant: string, topic: string, count: number): Board {
  return { ...board, votes: countedFor(board.votes, participant, topic, count) };
}

/** Gives the votes of one topic to another; what is over the cap for one goes back to whoever gave it. */
export function withVotesMoved(board: Board, from: string, to: string): Board {
  return {
    ...board,
    votes: moved(board.votes, from, to, board.template.votes.perCard),
    lastVotes: moved(board.lastVotes, from, to, board.template.votes.perCard),
  };
}

/** Gives the votes of a topic back. */
export function withoutVotes(board: Board, topic: string): Board {
  return { ...board, votes: without(board.votes, topic), lastVotes: without(board.lastVotes, topic) };
}

/** The id of the row for what a participant gave a topic. */
export function voteId(participant: string, topic: string): string {
  return `${participant} ${topic}`;
}

function moved(votes: readonly Votes[], from: string, to: string, cap: number): readonly Votes[] {
  return votes
    .filter((row) => row.topic === from)
    .reduce(
      (rows, { participant, count }) => {
        const there = rows.find((row) => row.participant === participant && row.topic === to)?.count ?? 0;
        const sum = there + count;
        return countedFor(rows, participant, to, participant === '' ? sum : Math.min(cap, sum));
      },
      without(votes, from),
    );
}

function without(votes: readonly Votes[], topic: string): readonly Votes[] {
  return votes.some((row) => row.topic === topic) ? votes.filter((row) => row.topic !== topic) : votes;
}

function countedFor(
  votes: readonly Votes[],
  participant: string,
  topic: string,
  count: number,
): readonly Votes[] {
  const id = voteId(participant, topic);
  return count === 0
    ? votes.filter((row) => row.id !== id)
    : withRow(votes, { id, participant, topic, count });
}
