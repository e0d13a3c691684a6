import type { Wish } from '../../core/board/intent.ts';
import { boardLimits } from '../../core/board/limits.ts';
import { isWish } from '../../protocol/boardIntents.ts';
import { isKey } from '../../protocol/boardValues.ts';
import { isFlag, listOf, shape, text } from '../../protocol/guard.ts';

/** What outlives the page: without it, words that were typed or asked for would go with it. */
export interface KeptState {
  /** The id of the meeting. */
  readonly meeting: string;
  /** What was asked of the host and had no answer. */
  readonly pending: readonly Wish[];
  /** What is written in the fields for new cards and notes, by their name. */
  readonly typed: readonly (readonly [field: string, text: string])[];
  /** The secrets of cards that were written here on an anonymous board, by the id of the card. */
  readonly keys: readonly (readonly [card: string, key: string])[];
  readonly chime: boolean;
}

const isPair = (value: unknown): value is readonly [string, string] =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((part) => typeof part === 'string' && part.length <= 100_000);

const isKept = shape({
  meeting: text(32),
  pending: listOf(isWish, boardLimits.cards),
  typed: listOf(isPair, 100),
  keys: listOf(isPair, boardLimits.cards),
  chime: isFlag,
});

/** What an earlier page kept; nothing where that cannot be read. */
export function keptState(value: unknown): KeptState {
  return isKept(value) && value.keys.every(([, key]) => isKey(key))
    ? value
    : { meeting: '', pending: [], typed: [], keys: [], chime: false };
}
