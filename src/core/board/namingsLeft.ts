import { type Naming, namings } from '../templates/template.ts';
import type { Board } from './board.ts';

/** What the names on a board's cards can still become: never more open, and nothing else once somebody has written. */
export function namingsLeft({ names, cards }: Pick<Board, 'names' | 'cards'>): readonly Naming[] {
  const isWritten = cards.some(({ author, key }) => author !== '' || key !== '');
  return isWritten ? [] : namings.slice(namings.indexOf(names));
}
