/** What a board can hold. Text is measured in bytes of UTF-8 for cards, and in UTF-16 units elsewhere. */
export const boardLimits = {
  cardBytes: 10_240,
  /** Cards that are not deleted. */
  cards: 2000,
  /** Deleted cards that are kept; the oldest goes first. */
  deletedCards: 500,
  groups: 2000,
  notes: 5000,
  made: 500,
  participants: 150,
  /** Steps back. */
  steps: 500,
  /** A title, a name, a question. */
  line: 200,
  /** A note, an answer, a body. */
  text: 10_000,
  /** Milliseconds that a timer can run. */
  timer: 24 * 60 * 60 * 1000,
} as const;
