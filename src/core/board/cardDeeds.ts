import type { Board, Card } from './board.ts';
import { blankCard } from './blankCard.ts';
import { bytesOf, cleanText } from './cardText.ts';
import type { Do, Doer, DeedRules } from './doing.ts';
import { isFreeId, isKey } from './freeId.ts';
import { leaveGroup } from './groupMembers.ts';
import { boardLimits } from './limits.ts';
import { lastRank, placedInColumn, placedInGroup } from './ranks.ts';
import { refusal, type Refusal } from './refusal.ts';
import { lateRank } from './reveal.ts';
import { rowWith, withChange } from './rows.ts';
import { cardAt, hasColumn, topicAt } from './topics.ts';
import { withoutVotes } from './voteRows.ts';

type CardDeed = 'addCard' | 'addEntryCard' | 'editCard' | 'deleteCard' | 'restoreCard' | 'moveCard';

const addCard: Do<'addCard'> = (board, { card: id, column, text: written, key }, doer) => {
  const text = cleanText(written);
  const wrong = wrongText(text) ?? wrongPlace(board, id, column);
  if (wrong !== undefined) {
    return wrong;
  }
  const anonymous = board.names === 'anonymous';
  if (anonymous && !isKey(key)) {
    return refusal('key-missing');
  }
  const rank =
    anonymous && board.revealed ? lateRank(board, column, doer.random[0]) : lastRank(board, column);
  if (rank === undefined) {
    return refusal('random-missing');
  }
  const card: Card = {
    ...blankCard,
    id,
    column,
    rank,
    text,
    author: doer.participant,
    key: anonymous && isKey(key) ? key : '',
    hidden: board.template.hidden && !board.revealed,
  };
  return { ...board, cards: [...board.cards, card] };
};

const addEntryCard: Do<'addEntryCard'> = (board, { card: id, column, entry: entryId }) => {
  const wrong = wrongPlace(board, id, column);
  const entry = board.given.entries.find((each) => each.id === entryId);
  if (wrong !== undefined || entry === undefined) {
    return wrong ?? refusal('no-such-entry');
  }
  if (board.cards.some((card) => !card.deleted && card.given?.id === entryId)) {
    return refusal('is-an-entry');
  }
  const rank = lastRank(board, column);
  const card: Card = { ...blankCard, id, column, rank, text: entry.title, given: entry };
  return { ...board, cards: [...board.cards, card] };
};

const editCard: Do<'editCard'> = (board, { card: id, text: written, key }, doer) => {
  const card = cardAt(board, id);
  const text = cleanText(written);
  const wrong = wrongHand(card, key, doer) ?? wrongText(text);
  if (wrong !== undefined) {
    return wrong;
  }
  if (card?.given !== null) {
    return refusal('is-an-entry');
  }
  return { ...board, cards: withChange<Card>(board.cards, id, { text }) };
};

const deleteCard: Do<'deleteCard'> = (board, { card: id, key }, doer) => {
  const wrong = wrongHand(cardAt(board, id), key, doer);
  if (wrong !== undefined) {
    return wrong;
  }
  const lone = withoutVotes(leaveGroup(board, id), id);
  return { ...lone, cards: withFewDeleted(withChange<Card>(lone.cards, id, { deleted: true })) };
};

const restoreCard: Do<'restoreCard'> = (board, { card: id, key }, doer) => {
  const card = rowWith(board.cards, id);
  const wrong = card?.deleted === true ? wrongHand(card, key, doer) : refusal('no-such-card');
  if (wrong !== undefined || isFull(board)) {
    return wrong ?? refusal('too-many');
  }
  return { ...board, cards: withChange<Card>(board.cards, id, { deleted: false, group: '' }) };
};

const moveCard: Do<'moveCard'> = (board, { card: id, column, before, key }, doer) => {
  const card = cardAt(board, id);
  if (card === undefined || !hasColumn(board, column)) {
    return refusal(card === undefined ? 'no-such-card' : 'no-such-column');
  }
  const wrong = card.hidden ? wrongHand(card, key, doer) : undefined;
  if (wrong !== undefined) {
    return wrong;
  }
  const neighbour = before === undefined || before === id ? undefined : cardAt(board, before);
  if (card.group !== '' && neighbour?.group === card.group) {
    return placedInGroup(board, id, card.group, before);
  }
  const lone = leaveGroup(board, id);
  const moved = { ...lone, cards: withChange<Card>(lone.cards, id, { column }) };
  return placedInColumn(moved, id, column, before === undefined ? undefined : topicAt(moved, before)?.id);
};

/** All that concerns one card. */
export const cardDeeds: DeedRules<CardDeed> = {
  addCard: { do: addCard, undoable: true },
  addEntryCard: { do: addEntryCard, undoable: true },
  editCard: { do: editCard, undoable: true },
  deleteCard: { do: deleteCard, undoable: true },
  restoreCard: { do: restoreCard, undoable: true },
  moveCard: { do: moveCard, undoable: true },
};

/** Whether no more cards fit. */
export function isFull(board: Board): boolean {
  return board.cards.reduce((count, card) => count + (card.deleted ? 0 : 1), 0) >= boardLimits.cards;
}

function wrongText(text: string): Refusal | undefined {
  if (text === '') {
    return refusal('empty');
  }
  return bytesOf(text) > boardLimits.cardBytes ? refusal('too-long') : undefined;
}

function wrongPlace(board: Board, id: string, column: string): Refusal | undefined {
  if (!isFreeId(board, id)) {
    return refusal('id-taken');
  }
  if (!hasColumn(board, column)) {
    return refusal('no-such-column');
  }
  return isFull(board) ? refusal('too-many') : undefined;
}

/** Its writer may change a card, and once it is seen the facilitator. */
function wrongHand(card: Card | undefined, key: string | undefined, doer: Doer): Refusal | undefined {
  if (card === undefined) {
    return refusal('no-such-card');
  }
  const own = card.key === '' ? card.author !== '' && card.author === doer.participant : card.key === key;
  return own || (doer.facilitates && !card.hidden) ? undefined : refusal('not-yours');
}

function withFewDeleted(cards: readonly Card[]): readonly Card[] {
  const deleted = cards.filter((card) => card.deleted);
  const oldest = deleted.length > boardLimits.deletedCards ? deleted[0] : undefined;
  return oldest === undefined ? cards : cards.filter((card) => card !== oldest);
}
