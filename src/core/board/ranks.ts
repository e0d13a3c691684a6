import type { Board, Card, Topic } from './board.ts';
import { byRank, cardsIn, isLone, topicsIn } from './topics.ts';
import { withChange } from './rows.ts';

/** The rank behind all others in a column. */
export function lastRank(board: Board, column: string): number {
  const lone = board.cards.filter((card) => card.column === column && isLone(card));
  return Math.max(rankAfter(lone), rankAfter(board.groups.filter((group) => group.column === column)));
}

/** The rank behind all others in a group. */
export function lastRankIn(board: Board, group: string): number {
  return rankAfter(cardsIn(board, group));
}

/**
 * Puts a card or group of a column before another one there, or at the end: where the place is not found, too.
 * Where no number is left between two neighbours, the whole column is numbered anew.
 */
export function placedInColumn(board: Board, id: string, column: string, before: string | undefined): Board {
  return placed(board, topicsIn(board, column), id, before);
}

/** The same for a card of a group. */
export function placedInGroup(board: Board, id: string, group: string, before: string | undefined): Board {
  return placed(board, cardsIn(board, group), id, before);
}

function placed(board: Board, neighbours: readonly Topic[], id: string, before: string | undefined): Board {
  const others = neighbours.filter((topic) => topic.id !== id).sort(byRank);
  const at = others.findIndex((topic) => topic.id === before);
  if (at === -1) {
    return ranked(board, id, rankAfter(others));
  }
  const next = others[at]?.rank ?? 0;
  const previous = others[at - 1]?.rank ?? next - 2;
  const rank = (previous + next) / 2;
  if (rank > previous && rank < next) {
    return ranked(board, id, rank);
  }
  const order = [
    ...others.slice(0, at).map((topic) => topic.id),
    id,
    ...others.slice(at).map((topic) => topic.id),
  ];
  return order.reduce((numbered, each, index) => ranked(numbered, each, index + 1), board);
}

function rankAfter(topics: readonly Topic[]): number {
  return topics.reduce((most, { rank }) => Math.max(most, rank), 0) + 1;
}

function ranked(board: Board, id: string, rank: number): Board {
  return {
    ...board,
    cards: withChange<Card>(board.cards, id, { rank }),
    groups: withChange(board.groups, id, { rank }),
  };
}
