import type { Card } from './board.ts';

/** A card in which nothing was written. */
export const blankCard: Omit<Card, 'id' | 'column' | 'rank'> = {
  text: '',
  author: '',
  key: '',
  hidden: false,
  deleted: false,
  group: '',
  given: null,
  discussed: false,
  promotion: null,
};
