import { isId } from './freeId.ts';
import type { Board, Card } from './board.ts';
import { columnId, parkingLot } from './board.ts';
import type { DeedRules, Do } from './doing.ts';
import { unordered } from './knownIds.ts';
import { lastRank } from './ranks.ts';
import { refusal } from './refusal.ts';
import { topicsIn } from './topics.ts';

const reveal: Do<'reveal'> = (board, _deed, { random }) => {
  if (board.revealed || !board.template.hidden) {
    return refusal('revealed-already');
  }
  if (board.names === 'anonymous') {
    return revealAnonymously(board, random);
  }
  const cards = board.cards.map((card) => (card.hidden ? { ...card, hidden: false } : card));
  return { ...board, cards, revealed: true };
};

export const revealDeeds: DeedRules<'reveal'> = { reveal: { do: reveal, by: 'facilitator' } };

/** The cards that lose their place and their id when they are revealed. */
export function cardsToShuffle(board: Board): readonly Card[] {
  return board.cards.filter((card) => card.hidden && !card.deleted);
}

/**
 * The place of a card that is written when the others of an anonymous board are shown already: anywhere among
 * them, as a random id has it; `undefined` without one.
 */
export function lateRank(board: Board, column: string, random: unknown): number | undefined {
  if (!isId(random)) {
    return undefined;
  }
  const first = Math.min(0, ...topicsIn(board, column).map(({ rank }) => rank));
  const digits = '0123456789abcdefghjkmnpqrstvwxyz';
  const share = random
    .toLowerCase()
    .slice(-7)
    .split('')
    .reduceRight((rest, digit) => (Math.max(0, digits.indexOf(digit)) + rest) / 32, 0);
  return first + share * (lastRank(board, column) - first);
}

/**
 * Gives every card a random id that the host made, and orders them by these ids: so neither their order nor their
 * ids say anything about who wrote them, or when. Before that they are put into an order that depends on what they
 * are alone. What was deleted is gone, and nothing before this can be undone.
 */
function revealAnonymously(board: Board, random: readonly unknown[]): Board | ReturnType<typeof refusal> {
  const written = [...cardsToShuffle(board)].sort(byContent);
  const fresh = [...new Set(random)].filter(isId).slice(0, written.length);
  const taken = new Set([...board.cards, ...board.groups, ...board.notes, ...board.made].map(({ id }) => id));
  if (fresh.length < written.length || fresh.some((id) => taken.has(id))) {
    return refusal('random-missing');
  }
  const shuffled = written
    .map((card, index): Card => ({ ...card, id: fresh[index] ?? card.id, hidden: false }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const kept: Board = { ...board, cards: board.cards.filter((card) => !card.hidden && !card.deleted) };
  const columns = [...board.template.columns.map((_, index) => columnId(index)), parkingLot];
  const starts = new Map(columns.map((column) => [column, lastRank(kept, column)]));
  const ranked = shuffled.map((card, index) => ({ ...card, rank: (starts.get(card.column) ?? 1) + index }));
  return {
    ...kept,
    cards: [...kept.cards, ...ranked],
    revealed: true,
    steps: [],
    seen: unordered(kept.seen),
  };
}

function byContent(a: Card, b: Card): number {
  return compare(a.column, b.column) || compare(a.text, b.text) || compare(a.key, b.key);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
