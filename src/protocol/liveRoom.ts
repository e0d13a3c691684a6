import type { Naming } from '../core/templates/template.ts';
import { boardLimits } from '../core/board/limits.ts';
import { isBoardView, isViewChange } from './board.ts';
import { boardHost, isPanelFacts } from './boardPanel.ts';
import { isFileText, isId, isIdOrNone, isKey, isLine, isNaming } from './boardValues.ts';
import { isPulseAnswers } from './livePulse.ts';
import { type Guard, isCount, isFlag, isNothing, listOf, oneOf, shape, text, textLike } from './guard.ts';

/** Something that whoever runs a live meeting does to the room, and not on the board. */
export type RoomControl =
  | { readonly type: 'admit'; readonly who: string }
  | { readonly type: 'turnAway'; readonly who: string }
  /** Nobody new can ask to come in. */
  | { readonly type: 'lock'; readonly locked: boolean }
  /** Whoever has the facilitator's link facilitates again. */
  | { readonly type: 'takeLead' }
  /** Everyone is asked a survey. */
  | { readonly type: 'startPulse'; readonly survey: string }
  /** No more answers are taken: what they come to is shown to all and kept. */
  | { readonly type: 'closePulse'; readonly round: string }
  /** A round is let go with its answers, or what the last one came to is put away. */
  | { readonly type: 'dropPulse' }
  /** Everybody leaves, and nobody can come back. */
  | { readonly type: 'end' };

const only = <const T extends string>(type: T): { readonly type: Guard<T> } => ({ type: oneOf([type]) });

const controlGuards = {
  admit: shape({ ...only('admit'), who: isId }),
  turnAway: shape({ ...only('turnAway'), who: isId }),
  lock: shape({ ...only('lock'), locked: isFlag }),
  takeLead: shape(only('takeLead')),
  startPulse: shape({ ...only('startPulse'), survey: isFileText }),
  closePulse: shape({ ...only('closePulse'), round: isId }),
  dropPulse: shape(only('dropPulse')),
  end: shape(only('end')),
};

/** Whether a value is a control of a known type with all that it needs and nothing else. */
export function isRoomControl(value: unknown): value is RoomControl {
  return Object.values(controlGuards).some((guard: Guard<RoomControl>) => guard(value));
}

/** What shows that somebody may come in. */
export interface Entry {
  /** The id of the room: 128 bits in base64url. */
  readonly room: string;
  /** The token of an invitation, or the secret of somebody who was let in before: 256 bits in base64url. */
  readonly proof: string;
  /** What somebody new wants to be called. */
  readonly name: string;
  /** What of the board is there from before: then only what has changed is sent. */
  readonly last: { readonly feed: string; readonly at: number };
}

/** 128 bits in base64url. */
export const isRoomId = textLike(/^[A-Za-z0-9_-]{22}$/, 22);
/** 256 bits in base64url. */
export const isProof = textLike(/^[A-Za-z0-9_-]{43}$/, 43);

const isEntry: Guard<Entry> = shape({
  // Whatever is no room and no proof is refused as any other is.
  room: text(1000),
  proof: text(1000),
  name: isLine,
  last: shape({ feed: isIdOrNone, at: isCount }),
});

/** A template as one can be chosen. */
export interface OfferedTemplate {
  readonly key: string;
  readonly name: string;
  readonly purpose: string;
  readonly columns: readonly string[];
  readonly hidden: boolean;
  readonly names: Naming;
}

const isOffered: Guard<OfferedTemplate> = shape({
  key: isFileText,
  name: isFileText,
  purpose: isFileText,
  columns: listOf(isFileText, 20),
  hidden: isFlag,
  names: isNaming,
});

/** What a live room serves to those in it. Before they are in, it serves `enter` alone. */
export const liveRoom = {
  /** Answered at once: `in`, or `waiting` until somebody in the room says yes or no. */
  enter: { input: isEntry, output: shape({ state: oneOf(['in', 'waiting']) }) },
  /** The secrets of cards that were written here on an anonymous board: whose these cards are is kept nowhere else. */
  own: { input: listOf(isKey, 500) },
  take: boardHost.take,
  control: { input: isRoomControl, output: isNothing },
  /** The templates to choose from, and what the meeting would be called. */
  offer: { input: isNothing, output: listOf(isOffered, 500) },
  /** What somebody answers to a survey, or answers instead. It is told to nobody. */
  answerPulse: { input: isPulseAnswers, output: isNothing },
  start: { input: shape({ template: isFileText, names: isNaming }), output: isNothing },
  previewMinutes: boardHost.previewMinutes,
  closeMeeting: boardHost.closeMeeting,
  keepBoth: boardHost.keepBoth,
} as const;

const isDone = listOf(isId, boardLimits.cards);

/** What a guest serves to the room. */
export const liveGuest = {
  /** They are in now, and can come back by this secret. */
  admitted: { input: shape({ secret: isProof }) },
  show: { input: shape({ feed: isId, at: isCount, view: isBoardView, done: isDone }) },
  change: { input: shape({ at: isCount, from: isCount, change: isViewChange, done: isDone }) },
  /** What time it is at the host, in milliseconds since the epoch. */
  clock: { input: isCount },
  know: { input: isPanelFacts },
} as const;

/** WebSocket's own code where the server is there again in a moment, or another one is. */
export const comeAgain = 1012;

/** Why the room closed a connection for good: codes of WebSocket for applications. */
export const liveCloses = {
  ended: 4001,
  removed: 4002,
  turnedAway: 4003,
  refused: 4004,
  crowded: 4005,
} as const;
