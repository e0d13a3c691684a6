import type { Board, Card, Group } from './board.ts';
import { cleanLine, titleFrom } from './cardText.ts';
import type { Do, DeedRules } from './doing.ts';
import { isFreeId } from './freeId.ts';
import { enterGroup, leaveGroup, withHeritage } from './groupMembers.ts';
import { boardLimits } from './limits.ts';
import { lastRankIn, placedInColumn } from './ranks.ts';
import { refusal } from './refusal.ts';
import { withChange } from './rows.ts';
import { cardAt, cardsIn, groupAt, hasColumn, isCard, topicAt } from './topics.ts';
import { withVotesMoved } from './voteRows.ts';

type GroupDeed = 'groupCard' | 'ungroupCard' | 'splitGroup' | 'mergeGroups' | 'renameGroup' | 'moveGroup';

const groupCard: Do<'groupCard'> = (board, { card: id, topic: topicId, group: newId }) => {
  const card = cardAt(board, id);
  const topic = topicAt(board, topicId);
  if (card === undefined || topic === undefined) {
    return refusal(card === undefined ? 'no-such-card' : 'no-such-topic');
  }
  if (card.hidden || (isCard(topic) && topic.hidden)) {
    return refusal('still-hidden');
  }
  if (topic.id === id) {
    return refusal('own-group');
  }
  if (!isCard(topic)) {
    return card.group === topic.id
      ? { ...board, cards: withChange<Card>(board.cards, id, { rank: lastRankIn(board, topic.id) }) }
      : enterGroup(board, id, topic);
  }
  if (!isFreeId(board, newId)) {
    return refusal('id-taken');
  }
  return board.groups.length >= boardLimits.groups ? refusal('too-many') : groupOf(board, topic, id, newId);
};

const ungroupCard: Do<'ungroupCard'> = (board, { card: id }) => {
  const card = cardAt(board, id);
  return card === undefined || card.group === '' ? refusal('no-such-card') : leaveGroup(board, id);
};

const splitGroup: Do<'splitGroup'> = (board, { group: id }) =>
  groupAt(board, id) === undefined
    ? refusal('no-such-group')
    : cardsIn(board, id)
        .toReversed()
        .reduce((left, card) => leaveGroup(left, card.id), board);

const mergeGroups: Do<'mergeGroups'> = (board, { group: id, into: intoId }) => {
  const group = groupAt(board, id);
  const into = groupAt(board, intoId);
  if (group === undefined || into === undefined) {
    return refusal('no-such-group');
  }
  if (group.id === into.id) {
    return refusal('own-group');
  }
  const first = lastRankIn(board, into.id);
  const cards = cardsIn(board, group.id).reduce<readonly Card[]>(
    (rows, card, index) =>
      withChange<Card>(rows, card.id, { group: into.id, column: into.column, rank: first + index }),
    board.cards,
  );
  return withHeritage({ ...board, cards }, group, into.id);
};

const renameGroup: Do<'renameGroup'> = (board, { group: id, title: written }) => {
  const title = cleanLine(written);
  if (groupAt(board, id) === undefined || title === '') {
    return refusal(title === '' ? 'empty' : 'no-such-group');
  }
  return title.length > boardLimits.line
    ? refusal('too-long')
    : { ...board, groups: withChange<Group>(board.groups, id, { title }) };
};

const moveGroup: Do<'moveGroup'> = (board, { group: id, column, before }) => {
  if (groupAt(board, id) === undefined || !hasColumn(board, column)) {
    return refusal(hasColumn(board, column) ? 'no-such-group' : 'no-such-column');
  }
  const cards = cardsIn(board, id).reduce<readonly Card[]>(
    (rows, card) => (card.column === column ? rows : withChange<Card>(rows, card.id, { column })),
    board.cards,
  );
  const moved = { ...board, cards, groups: withChange<Group>(board.groups, id, { column }) };
  return placedInColumn(moved, id, column, before === undefined ? undefined : topicAt(moved, before)?.id);
};

/** All that concerns groups of cards. */
export const groupDeeds: DeedRules<GroupDeed> = {
  groupCard: { do: groupCard, undoable: true },
  ungroupCard: { do: ungroupCard, undoable: true },
  splitGroup: { do: splitGroup, undoable: true },
  mergeGroups: { do: mergeGroups, undoable: true },
  renameGroup: { do: renameGroup, undoable: true },
  moveGroup: { do: moveGroup, undoable: true },
};

/** Makes a group in the place of a lone card, of it and another card. */
function groupOf(board: Board, first: Card, second: string, id: string): Board {
  const { column, rank } = first;
  const title = titleFrom(first.text);
  const group: Group = { id, column, rank, title, discussed: false, promotion: null };
  const made: Board = {
    ...board,
    groups: [...board.groups, group],
    cards: withChange<Card>(board.cards, first.id, { group: id, rank: 1 }),
  };
  return enterGroup(withVotesMoved(made, first.id, id), second, group);
}
