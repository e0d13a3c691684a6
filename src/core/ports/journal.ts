import type { Board } from '../board/board.ts';
import type { Intent } from '../board/intent.ts';

/**
 * Why what stands in a journal is not taken from some event on: `torn` is half an event, `malformed` none at all,
 * `sequence` one whose number is not the next, `newer` one that another version wrote.
 */
export type DamageCode = 'torn' | 'malformed' | 'sequence' | 'newer';

/** What was wrong with a journal when it was opened. */
export interface JournalDamage {
  readonly code: DamageCode;
  /** Which event, from 1. */
  readonly line: number;
  /** Where the journal is kept as it was found, as a person can look it up. */
  readonly kept: string;
}

/** All that a journal holds: the board that it was last compacted to, and what happened since. */
export interface JournalContent {
  /** Absent where it was never compacted: then the intents begin with the beginning. */
  readonly snapshot?: Board;
  readonly intents: readonly Intent[];
  /** Present where something behind this could not be read. */
  readonly damage?: JournalDamage;
}

/**
 * Where the intents of one board are kept in their order. What was asked for first is done first. When something
 * could not be written, all that was asked for meanwhile is refused as well: it may build on what is not there.
 */
export interface Journal {
  /** What is kept now, up to the last whole event of a form that is known. */
  read(): Promise<JournalContent>;

  /**
   * Keeps an intent; resolves when not even a power cut can take it away.
   *
   * @throws RetroError `cannot-write`; then it is not kept
   */
  append(intent: Intent): Promise<void>;

  /**
   * Puts the board that all intents so far have made in the place of everything before it, whole or not at all.
   *
   * @throws RetroError `cannot-write`; then all is kept as it was
   */
  compact(board: Board): Promise<void>;

  /** Ends it: another program can open it then. What was asked for before is done first. */
  close(): Promise<void>;
}
