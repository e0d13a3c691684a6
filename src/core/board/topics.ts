import { type Board, type Card, type Group, parkingLot, type Topic } from './board.ts';
import { rowWith, withChange } from './rows.ts';

/** A card that can be seen, at least by its writer. */
export function cardAt(board: Board, id: string): Card | undefined {
  const card = rowWith(board.cards, id);
  return card?.deleted === false ? card : undefined;
}

/** A group with at least one card. */
export function groupAt(board: Board, id: string): Group | undefined {
  const group = rowWith(board.groups, id);
  return group !== undefined && board.cards.some((card) => isIn(card, id)) ? group : undefined;
}

/** The cards of a group, in their order. */
export function cardsIn(board: Board, group: string): readonly Card[] {
  return board.cards.filter((card) => isIn(card, group)).sort(byRank);
}

/** A card or group that is talked and voted about: the group of a card that is in one. */
export function topicAt(board: Board, id: string): Card | Group | undefined {
  const card = cardAt(board, id);
  return card === undefined || card.group === '' ? (card ?? groupAt(board, id)) : groupAt(board, card.group);
}

/** A card, in a group or not, or a group. */
export function anyTopic(board: Board, id: string): Card | Group | undefined {
  return cardAt(board, id) ?? groupAt(board, id);
}

/** Changes a card or group. */
export function withTopic(board: Board, id: string, change: Partial<Topic>): Board {
  return {
    ...board,
    cards: withChange<Card>(board.cards, id, change),
    groups: withChange<Group>(board.groups, id, change),
  };
}

/** What stands in a column: lone cards, and groups with their cards, in their order. */
export function topicsIn(board: Board, column: string): readonly (Card | Group)[] {
  const lone = board.cards.filter((card) => card.column === column && isLone(card));
  const filled = new Set(board.cards.flatMap((card) => (card.deleted ? [] : card.group)));
  const groups = board.groups.filter((group) => group.column === column && filled.has(group.id));
  return [...lone, ...groups].sort(byRank);
}

export function isLone(card: Card): boolean {
  return !card.deleted && card.group === '';
}

export function isCard(topic: Topic): topic is Card {
  return 'text' in topic;
}

/** Whether there is a column with this id, the parking lot included. */
export function hasColumn(board: Board, column: unknown): column is string {
  const position = typeof column === 'string' ? /^column-([1-9])$/.exec(column)?.[1] : undefined;
  return column === parkingLot || Number(position ?? 99) <= board.template.columns.length;
}

/** The order on the board; what has the same place is told apart by its id. */
export function byRank(a: Topic, b: Topic): number {
  return a.rank - b.rank || (a.id < b.id ? -1 : 1);
}

function isIn(card: Card, group: string): boolean {
  return card.group === group && !card.deleted;
}
