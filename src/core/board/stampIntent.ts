import type { Board } from './board.ts';
import type { Deed, DeedType, Intent, Wish } from './intent.ts';
import { cardsToShuffle } from './reveal.ts';

const changesOfCards: readonly DeedType[] = ['editCard', 'deleteCard', 'restoreCard', 'moveCard', 'undo'];

/** What a host knows of a wish that it takes in. */
export interface Stamp {
  /** Whose connection it came over. */
  readonly participant: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** At least as many fresh ids as `randomNeeded` says; more do no harm. */
  readonly random: readonly string[];
}

/**
 * How many fresh random ids a wish needs. Where others are taken in at the same time it can be more in the end;
 * then the intent is refused with `random-missing`, and the host stamps it anew.
 */
export function randomNeeded(board: Board, { deed }: Wish): number {
  if (board.names !== 'anonymous') {
    return 0;
  }
  if (deed.type === 'reveal') {
    return cardsToShuffle(board).length;
  }
  return deed.type === 'addCard' && board.revealed ? 1 : 0;
}

/**
 * Makes of a wish the intent that goes into the journal. What is written on an anonymous board is kept without
 * who wrote it and when: whether they are at the board at all has to be looked at before.
 */
export function stampIntent(board: Board, { id, deed }: Wish, { participant, at, random }: Stamp): Intent {
  const needed = randomNeeded(board, { id, deed }) === 0 ? [] : random;
  return isWithoutName(board, deed)
    ? { id, participant: '', at: 0, random: needed, deed }
    : { id, participant, at, random: needed, deed };
}

/** Whether a deed is done on this board without a name: by whoever has the secret of the card. */
export function isWithoutName(board: Board, deed: Deed): boolean {
  if (board.names !== 'anonymous') {
    return false;
  }
  return (
    deed.type === 'addCard' || (changesOfCards.includes(deed.type) && 'key' in deed && deed.key !== undefined)
  );
}
