import type { Wish } from '../../core/board/intent.ts';
import { boardLimits } from '../../core/board/limits.ts';
import { isWish } from '../../protocol/boardIntents.ts';
import { isFlag, listOf, shape, text } from '../../protocol/guard.ts';

/**
 * What the editor keeps of a page. It may be some seconds old when the page comes back: so nothing is here that
 * was typed, and what was asked for is asked for again, which does it once.
 */
export interface KeptState {
  /** The id of the meeting. */
  readonly meeting: string;
  /** What was asked of the host and had no answer. */
  readonly pending: readonly Wish[];
  readonly chime: boolean;
}

const isKept = shape({ meeting: text(32), pending: listOf(isWish, boardLimits.cards), chime: isFlag });

/** What an earlier page kept; nothing where that cannot be read. */
export function keptState(value: unknown): KeptState {
  return isKept(value) ? value : { meeting: '', pending: [], chime: false };
}
