import type { BoardView } from '../core/board/boardView.ts';
import { boardLimits } from '../core/board/limits.ts';
import type { ViewChange } from '../core/board/viewChange.ts';
import { isBoardView, isRefused, isViewChange } from './board.ts';
import { isWish } from './boardIntents.ts';
import { isId, isIdOrNone, isKey, isLine } from './boardValues.ts';
import { isPulseFacts, type PulseFacts } from './livePulse.ts';
import { type Guard, isCount, isFlag, isNothing, isNumber, listOf, oneOf, shape, text } from './guard.ts';

/** How the meeting's file stands. */
export const minutesStates = ['saved', 'saving', 'changed', 'failed'] as const;

export type MinutesState = (typeof minutesStates)[number];

/** A board as its panel shows it. */
export interface ShownBoard {
  /** Counts what the panel was sent of the board. */
  readonly at: number;
  /** As whoever has the keyboard may see it. */
  readonly view: BoardView;
  /** The ids of wishes that this view has the outcome of, of those that came from this panel. */
  readonly done: readonly string[];
}

/** What has changed on a board since its panel was sent it. */
export interface ChangedBoard extends Omit<ShownBoard, 'view'> {
  /** Which view it makes another one of: that with this `at`. */
  readonly from: number;
  readonly change: ViewChange;
}

/** What the panel knows besides the board. */
export interface PanelFacts {
  /** Names to choose an owner from, most likely first. */
  readonly people: readonly string[];
  readonly minutes: { readonly state: MinutesState; readonly path: string; readonly reason: string };
  /** Whether what the meeting made can be committed here. */
  readonly canCommit: boolean;
  /** A sentence about what was found wrong when the board was opened; empty for nothing. */
  readonly recovered: string;
  /** Absent where the board is on one screen alone. */
  readonly live?: LiveFacts;
}

/** What there is to know of a live room. */
export interface LiveFacts {
  /** The connection is there. */
  readonly online: boolean;
  /** How far the host’s clock is ahead of this one, in milliseconds: timers end by the host’s. */
  readonly ahead: number;
  /** The viewer came by the facilitator's link. */
  readonly host: boolean;
  readonly locked: boolean;
  /** Who wants to come in; for whoever may let them in. */
  readonly waiting: readonly { readonly id: string; readonly name: string }[];
  /** The link to pass on, for whoever may let people in; empty where it admits nobody any more. */
  readonly invitation: string;
  readonly pulse: PulseFacts;
}

/** What is not on the board and would be lost with the page. */
export interface KeptPage {
  /** What is written in the fields for new cards and notes, by who writes and their name. */
  readonly typed: readonly (readonly [field: string, text: string])[];
  /** The secrets of cards that were written here on an anonymous board, by the id of the card. */
  readonly keys: readonly (readonly [card: string, key: string])[];
}

const isTyped = (value: unknown): value is readonly [string, string] =>
  isPair(value) && value.every((part) => part.length <= 100_000);

const isCardKey = (value: unknown): value is readonly [string, string] =>
  isPair(value) && isId(value[0]) && isKey(value[1]);

function isPair(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}

export const isKeptPage: Guard<KeptPage> = shape({
  typed: listOf(isTyped, 2000),
  keys: listOf(isCardKey, boardLimits.cards),
});

const isShownBoard = shape({ at: isCount, view: isBoardView, done: listOf(isId, 2000) });
const isChangedBoard = shape({ at: isCount, from: isCount, change: isViewChange, done: listOf(isId, 2000) });
const isLiveFacts: Guard<LiveFacts> = shape({
  online: isFlag,
  ahead: isNumber,
  host: isFlag,
  locked: isFlag,
  waiting: listOf(shape({ id: isId, name: isLine }), boardLimits.participants),
  invitation: text(4000),
  pulse: isPulseFacts,
});

export const isPanelFacts: Guard<PanelFacts> = shape(
  {
    people: listOf(isLine, 2000),
    minutes: shape({ state: oneOf(minutesStates), path: text(4096), reason: text(4000) }),
    canCommit: isFlag,
    recovered: text(4000),
  },
  { live: isLiveFacts },
);

/** What the extension serves to the panel of a board. */
export const boardHost = {
  /** The panel is there: what it shows, and what it had kept. */
  open: {
    input: isNothing,
    output: shape({ shown: isShownBoard, facts: isPanelFacts, kept: isKeptPage }),
  },
  keep: { input: isKeptPage },
  /** Answered when it is done and safe; with the reason where it is refused. */
  take: { input: isWish, output: shape({}, { refused: isRefused }) },
  /** Somebody else has the keyboard: one of those who are at the board, or somebody new. */
  passKeyboard: { input: isIdOrNone },
  /** The minutes as they would be written now. */
  previewMinutes: { input: isNothing, output: text(4_000_000) },
  /** Writes everything and closes the meeting. */
  closeMeeting: {
    input: shape({ commit: isFlag }),
    output: shape({ entries: isCount, sentence: text(4000) }),
  },
  /** The minutes were changed by somebody else: keep their file and write ours beside it, or write over it. */
  keepBoth: { input: isNothing },
  /** Others are to come to the board over the network. */
  share: { input: isNothing },
  openMinutes: { input: isNothing },
  openEntry: { input: text(32) },
} as const;

/** What the panel of a board serves to the extension. */
export const boardPanel = {
  show: { input: isShownBoard },
  change: { input: isChangedBoard },
  know: { input: isPanelFacts },
} as const;
