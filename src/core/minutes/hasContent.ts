import type { Board } from '../board/board.ts';

/** Whether a board holds anything that minutes would tell and that was not there when it was started. */
export function hasContent(board: Board): boolean {
  const given = new Set([...board.given.entries.map(({ id }) => id)]);
  const isNew = (id: string): boolean => !given.has(id) && !id.startsWith('parked-');
  return (
    board.cards.some(({ id, deleted, hidden }) => !deleted && !hidden && isNew(id)) ||
    board.notes.some(({ deleted }) => !deleted) ||
    board.made.some(({ deleted }) => !deleted) ||
    board.groups.length > 0 ||
    board.ratings.length > 0
  );
}
