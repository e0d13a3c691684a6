import { boardLimits } from '../core/board/limits.ts';
import type { Deed, DeedOf, DeedType, Intent, Wish } from '../core/board/intent.ts';
import {
  isCardText,
  isColumnKind,
  isGiven,
  isGivenEntry,
  isId,
  isIdOrNone,
  isKey,
  isLine,
  isLongText,
  isMadeWords,
  isMeeting,
  isNaming,
  isPhase,
  isTemplate,
  mostGiven,
} from './boardValues.ts';
import { type Guard, isCount, isFlag, listOf, oneOf, shape } from './guard.ts';

const only = <T extends DeedType>(type: T): { readonly type: Guard<T> } => ({ type: oneOf([type]) });

const isWorth = (value: unknown): value is number => isCount(value) && value >= 1 && value <= 5;
const isLength = (value: unknown): value is number => isCount(value) && value <= boardLimits.timer;

/** A guard for each type of deed. */
const deedGuards: { readonly [T in DeedType]: Guard<DeedOf<T>> } = {
  start: shape({
    ...only('start'),
    name: isLine,
    meeting: isMeeting,
    template: isTemplate,
    given: isGiven,
  }),
  rename: shape({ ...only('rename'), title: isLine }),
  setNames: shape({ ...only('setNames'), names: isNaming }),
  setAttendees: shape({ ...only('setAttendees'), count: isCount }),
  goTo: shape({ ...only('goTo'), phase: isPhase }),
  skipPhase: shape({ ...only('skipPhase'), phase: isPhase, skipped: isFlag }),
  reviewAction: shape({
    ...only('reviewAction'),
    action: isId,
    decision: oneOf(['keep', 'close', 'drop', 'undecided']),
    reason: isLine,
  }),
  askCheckIn: shape({ ...only('askCheckIn'), question: isLine }),
  answerCheckIn: shape({ ...only('answerCheckIn'), text: isLongText }),
  addCard: shape({ ...only('addCard'), card: isId, column: isId, text: isCardText }, { key: isKey }),
  addEntryCard: shape({ ...only('addEntryCard'), card: isId, column: isId, entry: isId }),
  bringEntries: shape({ ...only('bringEntries'), entries: listOf(isGivenEntry, mostGiven) }),
  editCard: shape({ ...only('editCard'), card: isId, text: isCardText }, { key: isKey }),
  deleteCard: shape({ ...only('deleteCard'), card: isId }, { key: isKey }),
  restoreCard: shape({ ...only('restoreCard'), card: isId }, { key: isKey }),
  moveCard: shape({ ...only('moveCard'), card: isId, column: isId }, { before: isId, key: isKey }),
  reveal: shape(only('reveal')),
  groupCard: shape({ ...only('groupCard'), card: isId, topic: isId, group: isId }),
  ungroupCard: shape({ ...only('ungroupCard'), card: isId }),
  splitGroup: shape({ ...only('splitGroup'), group: isId }),
  mergeGroups: shape({ ...only('mergeGroups'), group: isId, into: isId }),
  renameGroup: shape({ ...only('renameGroup'), group: isId, title: isLine }),
  moveGroup: shape({ ...only('moveGroup'), group: isId, column: isId }, { before: isId }),
  vote: shape({ ...only('vote'), topic: isId }),
  unvote: shape({ ...only('unvote'), topic: isId }),
  revealVotes: shape(only('revealVotes')),
  startRound: shape(only('startRound')),
  startTimer: shape({ ...only('startTimer'), length: isLength }, { topic: isId }),
  extendTimer: shape({ ...only('extendTimer'), length: isLength }),
  pauseTimer: shape(only('pauseTimer')),
  resumeTimer: shape(only('resumeTimer')),
  stopTimer: shape(only('stopTimer')),
  selectTopic: shape({ ...only('selectTopic'), topic: isIdOrNone }),
  markDiscussed: shape({ ...only('markDiscussed'), topic: isId, discussed: isFlag }),
  addNote: shape({ ...only('addNote'), note: isId, topic: isId, text: isLongText }),
  editNote: shape({ ...only('editNote'), note: isId, text: isLongText }),
  deleteNote: shape({ ...only('deleteNote'), note: isId }),
  make: shape({ ...only('make'), entry: isId, source: isIdOrNone, words: isMadeWords }),
  changeMade: shape({ ...only('changeMade'), entry: isId, words: isMadeWords }),
  deleteMade: shape({ ...only('deleteMade'), entry: isId }),
  promote: shape({ ...only('promote'), topic: isId, entry: isId }, { kind: isColumnKind }),
  unpromote: shape({ ...only('unpromote'), topic: isId }),
  rate: shape({ ...only('rate'), worth: isWorth }),
  join: shape({ ...only('join'), name: isLine }),
  leave: shape(only('leave')),
  setReady: shape({ ...only('setReady'), ready: isFlag }),
  handOver: shape({ ...only('handOver'), to: isId }),
  removeParticipant: shape({ ...only('removeParticipant'), who: isId }),
  undo: shape({ ...only('undo'), whose: oneOf(['mine', 'anyone']) }, { key: isKey }),
  close: shape(only('close')),
  reopen: shape(only('reopen')),
};

/** Whether a value is a deed of a known type with all that it needs and nothing else. */
export function isDeed(value: unknown): value is Deed {
  const type: unknown = (value as { readonly type?: unknown } | null | undefined)?.type;
  return typeof type === 'string' && Object.hasOwn(deedGuards, type) && deedGuards[type as DeedType](value);
}

/** What comes from a participant: over a connection, or from a panel. */
export const isWish: Guard<Wish> = shape({ id: isId, deed: isDeed });

/** What a journal holds. */
export const isIntent: Guard<Intent> = shape({
  id: isId,
  deed: isDeed,
  participant: isIdOrNone,
  at: isCount,
  random: listOf(isId, boardLimits.cards * 2),
});
