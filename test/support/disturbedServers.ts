import type { Board } from '../../src/core/board/board.ts';
import type { Intent } from '../../src/core/board/intent.ts';

/** The servers of a retro that is disturbed. */
export interface DisturbedServers {
  /** Starts them: people come to them by this address. */
  start(origin: string): Promise<void>;
  readonly hostLink: string;
  readonly guestLink: string;
  /** The ports on which they listen now. */
  readonly ports: readonly number[];
  /** One more time something dies, and is started again. */
  kill(): Promise<void>;
  /** All that the journal ever held, in its order. */
  intents(): readonly Intent[];
  /** The board that the journal holds now. */
  board(): Promise<Board>;
  close(): Promise<void>;
}
