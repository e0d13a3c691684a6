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

/** What others wrote: the board that the journal was compacted to, or has to be begun from, if so; and what came then. */
export type JournalNews = Omit<JournalContent, 'damage'>;

/** Whoever holds the board of a journal that others write too. */
export interface JournalFollower {
  /** Told of what others wrote, in its order and before anything is refused because of it. */
  wrote(news: JournalNews): void;
  /** The board as far as it is known to be kept: asked for where the journal was lost, to begin it again with. */
  kept(): Board;
}

/** The others who write a journal. */
export interface OtherWriters {
  /** From now on, tells what they write. Once, and before anything is asked of the journal but `read`. */
  follow(follower: JournalFollower): void;

  /**
   * Resolves when all was told that they wrote before this was asked for.
   *
   * @throws RetroError `cannot-read`
   */
  catchUp(): Promise<void>;
}

/**
 * Where the intents of one board are kept in their order. What was asked for first is done first. When something
 * could not be written, all that was asked for meanwhile is refused as well: it may build on what is not there.
 */
export interface Journal {
  /** Absent where nobody else writes it. */
  readonly others?: OtherWriters;

  /** What is kept now, up to the last whole event of a form that is known. */
  read(): Promise<JournalContent>;

  /**
   * Keeps an intent; resolves when not even a power cut can take it away.
   *
   * @throws RetroError `cannot-write`; then it is not kept. `changed-meanwhile` where others were first: it is not kept
   * either, and may be asked for again on top of what they wrote
   */
  append(intent: Intent): Promise<void>;

  /**
   * Puts the board that all intents so far have made in the place of everything before it, whole or not at all.
   *
   * @throws RetroError `cannot-write`, `changed-meanwhile`; then all is kept as it was
   */
  compact(board: Board): Promise<void>;

  /** Ends it: another program can open it then. What was asked for before is done first. */
  close(): Promise<void>;
}
