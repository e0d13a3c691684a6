import { type Board, type Card, type Meeting, newBoard, parkingLot } from './board.ts';
import { blankCard } from './blankCard.ts';
import { bringEntries } from './bringEntries.ts';
import { cleanLine, cleanText } from './cardText.ts';
import { columnOfKind } from './columnOfKind.ts';
import type { DeedRules, Do } from './doing.ts';
import { isId } from './freeId.ts';
import type { Given } from './given.ts';
import { boardLimits } from './limits.ts';
import { joined } from './peopleDeeds.ts';
import { isRefusal, refusal } from './refusal.ts';
import { withRow } from './rows.ts';
import { soundGiven, soundMeeting, soundTemplate } from './soundStart.ts';

type MeetingDeed = 'rename' | 'goTo' | 'skipPhase' | 'reviewAction' | 'askCheckIn' | 'bringEntries' | 'close';

const rename: Do<'rename'> = (board, { title: written }) => {
  const title = cleanLine(written);
  if (title === '' || title.length > boardLimits.line) {
    return refusal(title === '' ? 'empty' : 'too-long');
  }
  return { ...board, meeting: { ...board.meeting, title } };
};

const goTo: Do<'goTo'> = (board, { phase }) => {
  if (!board.template.phases.includes(phase)) {
    return refusal('no-such-phase');
  }
  if (phase === board.phase) {
    return board;
  }
  return {
    ...board,
    phase,
    skipped: board.skipped.filter((each) => each !== phase),
    timer: null,
    participants: board.participants.map((each) => (each.ready ? { ...each, ready: false } : each)),
  };
};

const skipPhase: Do<'skipPhase'> = (board, { phase, skipped }) => {
  if (!board.template.phases.includes(phase)) {
    return refusal('no-such-phase');
  }
  const others = board.skipped.filter((each) => each !== phase);
  return { ...board, skipped: skipped ? [...others, phase] : others };
};

const reviewAction: Do<'reviewAction'> = (board, { action: id, decision, reason: written }) => {
  const reason = cleanLine(written);
  if (!board.given.actions.some((action) => action.id === id)) {
    return refusal('no-such-entry');
  }
  switch (decision) {
    case 'undecided':
      return { ...board, reviews: board.reviews.filter((review) => review.id !== id) };
    case 'keep':
    case 'close':
      return { ...board, reviews: withRow(board.reviews, { id, decision, reason: '' }) };
    case 'drop':
      if (reason === '' || reason.length > boardLimits.line) {
        return refusal(reason === '' ? 'reason-missing' : 'too-long');
      }
      return { ...board, reviews: withRow(board.reviews, { id, decision, reason }) };
    default:
      return refusal('malformed');
  }
};

const askCheckIn: Do<'askCheckIn'> = (board, { question: written }) => {
  const question = cleanLine(written);
  if (question.length > boardLimits.line) {
    return refusal('too-long');
  }
  return question === board.question ? board : { ...board, question, answers: [] };
};

const close: Do<'close'> = (board) =>
  board.cards.some(({ hidden, deleted }) => hidden && !deleted)
    ? refusal('still-hidden')
    : { ...board, state: 'closed', timer: null, topic: '' };

/** The course of the meeting. */
export const meetingDeeds: DeedRules<MeetingDeed> = {
  rename: { do: rename, by: 'facilitator' },
  goTo: { do: goTo, by: 'facilitator' },
  skipPhase: { do: skipPhase, by: 'facilitator' },
  reviewAction: { do: reviewAction, undoable: true },
  askCheckIn: { do: askCheckIn, by: 'facilitator' },
  bringEntries: { do: bringEntries, by: 'facilitator', undoable: true },
  close: { do: close, by: 'facilitator' },
};

/** The first deed of a board: there is no participant yet, and whoever does it becomes one. */
export const start: Do<'start'> = (board, { name, meeting, template, given }, { participant }) => {
  if (!soundMeeting(meeting) || !soundTemplate(template) || !soundGiven(given) || !isId(participant)) {
    return refusal('malformed');
  }
  const [phase = 'write'] = template.phases;
  const title = cleanLine(meeting.title).slice(0, boardLimits.line);
  const begun: Board = {
    ...newBoard,
    revision: board.revision,
    seen: board.seen,
    state: 'open',
    meeting: { ...meeting, title } satisfies Meeting,
    template,
    names: template.names,
    given,
    phase,
    revealed: !template.hidden,
  };
  const open = joined(begun, participant, name);
  return isRefusal(open) ? open : { ...open, cards: givenCards(open, given) };
};

/** Entries of the period in the columns of their kinds, and what the last meeting parked. */
function givenCards(board: Board, given: Given): readonly Card[] {
  const entries = given.entries.flatMap((entry, index): Card[] => {
    const column = columnOfKind(board.template, entry.kind);
    const card = { ...blankCard, id: entry.id, rank: index + 1, text: entry.title, given: entry };
    return column === undefined ? [] : [{ ...card, column }];
  });
  const parked = given.parked
    .map(cleanText)
    .filter((text) => text !== '')
    .map((text, index): Card => {
      const id = `parked-${index + 1}`;
      return { ...blankCard, id, column: parkingLot, rank: index + 1, text };
    });
  return [...entries, ...parked];
}
