import { isEntryId } from '../format/entryId.ts';
import type { Board } from './board.ts';

/** Whether something new on the board can have this id: it has the form of one, and nothing else has it. */
export function isFreeId(board: Board, id: unknown): id is string {
  const has = (row: { readonly id: string }): boolean => row.id === id;
  return (
    isId(id) &&
    id !== board.meeting.id &&
    ![board.cards, board.groups, board.notes, board.made].some((rows) => rows.some(has)) &&
    ![...board.cards, ...board.groups].some(({ promotion }) => promotion?.entry === id)
  );
}

/** Whether a value has the form of an id. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && isEntryId(value);
}

/** Whether a value has the form of the secret of a card: too long to be guessed. */
export function isKey(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9-]{16,64}$/.test(value);
}
