import type { KeptRoom } from '../../protocol/keptRoom.ts';
import { keptState } from './keptState.ts';

/** A card that somebody wrote, and that the room never got. */
export interface UnsentCard {
  readonly text: string;
  /** The id of the column that it was written in. */
  readonly column: string;
}

/** What one retro never got of what was written for it. */
export interface Unsent {
  /** What its meeting was called; empty where that is not known. */
  readonly title: string;
  readonly cards: readonly UnsentCard[];
}

/** The cards that a page wrote for a room and had no answer for, and those that were still being written. */
export function unsentIn({ state, typed }: Pick<KeptRoom, 'state' | 'typed'>): readonly UnsentCard[] {
  const cards = new Map<string, UnsentCard>();
  for (const { deed } of keptState(state).pending) {
    if (deed.type === 'addCard') {
      cards.set(deed.card, { text: deed.text, column: deed.column });
      continue;
    }
    const before = 'card' in deed ? cards.get(deed.card) : undefined;
    if (before === undefined || !('card' in deed)) {
      continue;
    }
    if (deed.type === 'editCard') {
      cards.set(deed.card, { ...before, text: deed.text });
    } else if (deed.type === 'moveCard') {
      cards.set(deed.card, { ...before, column: deed.column });
    } else if (deed.type === 'deleteCard') {
      cards.delete(deed.card);
    }
  }
  // A field is named by who writes in it and what it is for.
  const drafts = typed.map(([field, text]) => ({ text, column: field.slice(field.indexOf(' ') + 1) }));
  return [...cards.values(), ...drafts].filter(
    ({ text, column }) => text.trim() !== '' && !column.startsWith('note:'),
  );
}

/** The cards of all retros, in their order. */
export function cardsOf(unsent: readonly Unsent[]): readonly UnsentCard[] {
  return unsent.flatMap(({ cards }) => cards);
}
