import type { BoardView, CardView, NoteView, TopicView } from '../core/board/boardView.ts';
import type { ViewChange } from '../core/board/viewChange.ts';
import { boardLimits } from '../core/board/limits.ts';
import { type Refusal, refusalCodes } from '../core/board/refusal.ts';
import type { DeedType } from '../core/board/intent.ts';
import { mostColumns, phases } from '../core/templates/template.ts';
import {
  isColumnKind,
  isDayOrNone,
  isFileText,
  isGiven,
  isGivenEntry,
  isId,
  isIdOrNone,
  isLine,
  isLongText,
  isNaming,
  isPhase,
  isVoteLimits,
  madeParts,
} from './boardValues.ts';
import { type Guard, isCount, isFlag, listOf, oneOf, shape, text } from './guard.ts';

/** Nothing, or what the guard takes. */
function maybe<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

/** A board that was opened from a file can have more cards than one that is written. */
const mostShown = 10 * boardLimits.cards;
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isPromotion = maybe(shape({ entry: isId, kind: isColumnKind }));
const isDeedType = maybe<DeedType>(
  (value): value is DeedType => typeof value === 'string' && value.length <= 32,
);

const isNoteView: Guard<NoteView> = shape({ id: isId, text: isFileText });

const isCardView: Guard<CardView> = shape({
  id: isId,
  text: isFileText,
  author: isIdOrNone,
  mine: isFlag,
  hidden: isFlag,
  given: maybe(isGivenEntry),
  notes: listOf(isNoteView, boardLimits.notes),
  promotion: isPromotion,
});

const isTopicView: Guard<TopicView> = shape({
  id: isId,
  isGroup: isFlag,
  title: isFileText,
  cards: listOf(isCardView, mostShown),
  notes: listOf(isNoteView, boardLimits.notes),
  votes: isCount,
  myVotes: isCount,
  discussed: isFlag,
  promotion: isPromotion,
});

/** What the host answers to a wish: the revision of the board that it made, or why it was refused. */
export const isRefused: Guard<Refusal> = shape({ code: oneOf(refusalCodes), message: text(1000) });

/** Fields that are looked at where they are put into a view. */
const isFields = (value: unknown): value is ViewChange['rest'] =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What makes the next view of the one that was sent before; what comes of it is to be a view again. */
export const isViewChange: Guard<ViewChange> = shape({
  rest: isFields,
  columns: listOf(
    shape({ id: isId, topics: listOf(isTopicView, mostShown) }, { order: listOf(isId, mostShown) }),
    mostColumns + 1,
  ),
});

/** What a panel or a guest is sent. */
export const isBoardView: Guard<BoardView> = shape({
  revision: isCount,
  state: oneOf(['new', 'open', 'closed']),
  meeting: shape({
    id: isIdOrNone,
    title: isFileText,
    date: isDayOrNone,
    from: isDayOrNone,
    to: isDayOrNone,
  }),
  template: shape({ key: isFileText, name: isFileText, purpose: isFileText }),
  names: isNaming,
  given: isGiven,
  phases: listOf(shape({ phase: isPhase, skipped: isFlag }, { minutes: isNumber }), phases.length),
  phase: isPhase,
  hidden: isFlag,
  me: isIdOrNone,
  facilitates: isFlag,
  participants: listOf(
    shape(
      {
        id: isId,
        name: isLine,
        role: oneOf(['facilitator', 'participant']),
        state: oneOf(['present', 'away', 'removed']),
      },
      { ready: isFlag },
    ),
    boardLimits.participants,
  ),
  ready: isCount,
  attendees: isCount,
  columns: listOf(
    shape({
      id: isId,
      title: isFileText,
      kind: maybe(isColumnKind),
      prompt: isFileText,
      topics: listOf(isTopicView, mostShown),
    }),
    mostColumns + 1,
  ),
  votes: shape({ round: isCount, revealed: isFlag, shown: isFlag, limits: isVoteLimits, left: isCount }),
  topic: isIdOrNone,
  timer: maybe(
    shape({ phase: isPhase, topic: isIdOrNone, length: isCount, endsAt: maybe(isCount), left: isCount }),
  ),
  question: isLine,
  answers: listOf(shape({ id: isId, text: isLongText }), boardLimits.participants),
  reviews: listOf(
    shape({ id: isId, decision: oneOf(['keep', 'close', 'drop']), reason: isLine }),
    boardLimits.cards,
  ),
  made: listOf(
    shape({
      ...madeParts,
      id: isId,
      title: isFileText,
      owner: isFileText,
      people: listOf(isFileText, 2000),
      source: isIdOrNone,
      path: text(4096),
    }),
    boardLimits.made,
  ),
  worth: shape({ mine: isCount, n: isCount }, { mean: isNumber }),
  undo: shape({ mine: isDeedType, anyone: isDeedType }),
});
