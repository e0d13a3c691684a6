import type { Board, Card, Group } from './board.ts';
import { lastRankIn, placedInColumn } from './ranks.ts';
import { withChange } from './rows.ts';
import { cardAt, cardsIn, groupAt, topicsIn } from './topics.ts';
import { withVotesMoved } from './voteRows.ts';

/**
 * Lets a card stand alone, right behind the group that it was in. The last one to leave takes along what the group
 * had: its votes and notes, and what was decided about it.
 */
export function leaveGroup(board: Board, id: string): Board {
  const card = cardAt(board, id);
  const group = card && groupAt(board, card.group);
  if (card === undefined || group === undefined) {
    return board;
  }
  const topics = topicsIn(board, group.column);
  const next = topics[topics.findIndex((topic) => topic.id === group.id) + 1];
  const isLast = cardsIn(board, group.id).length === 1;
  const alone: Board = { ...board, cards: withChange<Card>(board.cards, id, { group: '' }) };
  return placedInColumn(isLast ? withHeritage(alone, group, id) : alone, id, group.column, next?.id);
}

/** Puts a card at the end of a group. What it had alone, but for its votes, stays with it. */
export function enterGroup(board: Board, id: string, group: Group): Board {
  const lone = leaveGroup(board, id);
  const rank = lastRankIn(lone, group.id);
  const entered: Board = {
    ...lone,
    cards: withChange<Card>(lone.cards, id, { group: group.id, column: group.column, rank }),
  };
  return withVotesMoved(entered, id, group.id);
}

/** Gives a topic the notes and votes of a group that is left empty. */
export function withHeritage(board: Board, group: Group, to: string): Board {
  const notes = board.notes.some((note) => note.topic === group.id)
    ? board.notes.map((note) => (note.topic === group.id ? { ...note, topic: to } : note))
    : board.notes;
  const { discussed } = group;
  return withVotesMoved(
    {
      ...board,
      notes,
      topic: board.topic === group.id ? to : board.topic,
      cards: discussed ? withChange<Card>(board.cards, to, { discussed }) : board.cards,
      groups: discussed ? withChange(board.groups, to, { discussed }) : board.groups,
    },
    group.id,
    to,
  );
}
