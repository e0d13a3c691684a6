import type { RefusalCode } from '../../core/board/refusal.ts';

/** Where a connection is kept out or cut off. They are labels of figures: nothing of a person is in them. */
export const gates = [
  /** No request that is served at all: another version, no `Host` or several. */
  'request',
  'method',
  'host',
  'origin',
  'path',
  /** An address that failed too often. */
  'blocked',
  /** More connections than this process holds, or no room is open yet. */
  'busy',
  /** What was shown lets nobody in; each time. */
  'proof',
  /** Nothing was shown in time. */
  'admission',
  /** Too many messages. */
  'rate',
  /** A frame that is too long, in too many pieces, or no text. */
  'frame',
  /** It showed or sent what is wrong, again and again. */
  'failures',
  /** What was sent to it was not read. */
  'slow',
] as const;

export type Gate = (typeof gates)[number];

/** Counts what happens at a live server, without whose it is and what it says. */
export interface LiveMeter {
  keptOut(gate: Gate): void;
  /** Somebody wanted something of a board: `taken`, or why not; `not-kept` where the journal could not be written. */
  wanted(outcome: 'taken' | 'not-kept' | RefusalCode): void;
  /** An intent is in the journal. */
  appended(seconds: number): void;
}

/** For a server that nobody takes figures of. */
export const noMeter: LiveMeter = {
  keptOut: () => undefined,
  wanted: () => undefined,
  appended: () => undefined,
};
