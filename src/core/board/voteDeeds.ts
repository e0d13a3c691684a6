import { parkingLot } from './board.ts';
import type { DeedRules, Do } from './doing.ts';
import { refusal } from './refusal.ts';
import { isCard, topicAt } from './topics.ts';
import { votesFor, votesGiven, withVotesFor } from './voteRows.ts';

type VoteDeed = 'vote' | 'unvote' | 'revealVotes' | 'startRound';

const vote: Do<'vote'> = (board, { topic: id }, { participant }) => {
  const topic = topicAt(board, id);
  if (board.phase !== 'vote' || board.votesRevealed) {
    return refusal(board.votesRevealed ? 'votes-revealed' : 'not-the-phase');
  }
  if (topic === undefined || (isCard(topic) && topic.hidden)) {
    return refusal('no-such-topic');
  }
  if (topic.column === parkingLot) {
    return refusal('is-parked');
  }
  const { total, perCard } = board.template.votes;
  const given = votesFor(board, participant, topic.id);
  if (votesGiven(board, participant) >= total) {
    return refusal('no-votes-left');
  }
  return given >= perCard ? refusal('enough-for-one') : withVotesFor(board, participant, topic.id, given + 1);
};

const unvote: Do<'unvote'> = (board, { topic: id }, { participant }) => {
  const topic = topicAt(board, id);
  if (board.phase !== 'vote' || board.votesRevealed) {
    return refusal(board.votesRevealed ? 'votes-revealed' : 'not-the-phase');
  }
  const given = topic === undefined ? 0 : votesFor(board, participant, topic.id);
  return topic === undefined || given === 0
    ? refusal('no-vote-there')
    : withVotesFor(board, participant, topic.id, given - 1);
};

const revealVotes: Do<'revealVotes'> = (board) =>
  board.votesRevealed ? refusal('votes-revealed') : { ...board, votesRevealed: true };

const startRound: Do<'startRound'> = (board) =>
  board.votesRevealed
    ? { ...board, round: board.round + 1, votesRevealed: false, lastVotes: board.votes, votes: [] }
    : refusal('votes-hidden');

/** Voting. Nobody can touch another person's votes. */
export const voteDeeds: DeedRules<VoteDeed> = {
  vote: { do: vote, undoable: true },
  unvote: { do: unvote, undoable: true },
  revealVotes: { do: revealVotes, by: 'facilitator' },
  startRound: { do: startRound, by: 'facilitator' },
};
