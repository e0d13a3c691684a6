import type { Board, Participant } from './board.ts';
import { cleanLine, isTrue } from './cardText.ts';
import type { DeedRules, Do } from './doing.ts';
import { boardLimits } from './limits.ts';
import { namingsLeft } from './namingsLeft.ts';
import { refusal } from './refusal.ts';
import { rowWith, withChange, withRow } from './rows.ts';
import { namings } from '../templates/template.ts';

type PeopleDeed =
  | 'leave'
  | 'setReady'
  | 'handOver'
  | 'removeParticipant'
  | 'setNames'
  | 'setAttendees'
  | 'rate'
  | 'answerCheckIn';

const leave: Do<'leave'> = (board, _deed, { participant }) =>
  withPerson(board, participant, { state: 'away', ready: false });

const setReady: Do<'setReady'> = (board, { ready }, { participant }) =>
  withPerson(board, participant, { ready: isTrue(ready) });

const handOver: Do<'handOver'> = (board, { to }, { participant }) => {
  const next = rowWith(board.participants, to);
  return next === undefined || next.state === 'removed'
    ? refusal('no-such-participant')
    : withPerson(withPerson(board, participant, { role: 'participant' }), to, { role: 'facilitator' });
};

const removeParticipant: Do<'removeParticipant'> = (board, { who }) => {
  const person = rowWith(board.participants, who);
  return person === undefined || person.role === 'facilitator'
    ? refusal('no-such-participant')
    : withPerson(board, who, { state: 'removed', ready: false });
};

const setNames: Do<'setNames'> = (board, { names }) => {
  if (namingsLeft(board).includes(names)) {
    return { ...board, names };
  }
  if (!namings.includes(names)) {
    return refusal('malformed');
  }
  return refusal(namings.indexOf(names) < namings.indexOf(board.names) ? 'too-open' : 'after-writing');
};

const setAttendees: Do<'setAttendees'> = (board, { count }) =>
  Number.isSafeInteger(count) && count >= 1 && count <= 1000
    ? { ...board, attendees: count }
    : refusal('out-of-range');

const rate: Do<'rate'> = (board, { worth }, { participant }) =>
  [1, 2, 3, 4, 5].includes(worth)
    ? { ...board, ratings: withRow(board.ratings, { id: participant, worth }) }
    : refusal('out-of-range');

const answerCheckIn: Do<'answerCheckIn'> = (board, { text }, { participant }) => {
  const answer = cleanLine(text);
  if (answer.length > boardLimits.text) {
    return refusal('too-long');
  }
  return {
    ...board,
    answers:
      answer === ''
        ? board.answers.filter(({ id }) => id !== participant)
        : withRow(board.answers, { id: participant, text: answer }),
  };
};

/** Who is there, and what each says of themselves and the meeting. */
export const peopleDeeds: DeedRules<PeopleDeed> = {
  leave: { do: leave },
  setReady: { do: setReady },
  handOver: { do: handOver, by: 'facilitator' },
  removeParticipant: { do: removeParticipant, by: 'facilitator' },
  setNames: { do: setNames, by: 'facilitator' },
  setAttendees: { do: setAttendees, by: 'facilitator' },
  rate: { do: rate },
  answerCheckIn: { do: answerCheckIn },
};

/** Lets someone in, or in again, under a name. */
export function joined(board: Board, id: string, written: string): Board | ReturnType<typeof refusal> {
  const name = cleanLine(written).slice(0, boardLimits.line).trim();
  const before = rowWith(board.participants, id);
  if (before?.state === 'removed' || name === '') {
    return refusal(name === '' ? 'empty' : 'removed');
  }
  if (before === undefined && board.participants.length >= boardLimits.participants) {
    return refusal('full');
  }
  const lead = board.participants.every(({ role }) => role !== 'facilitator');
  const person: Participant = {
    id,
    name,
    role: lead ? 'facilitator' : (before?.role ?? 'participant'),
    state: 'present',
    ready: before?.ready ?? false,
  };
  return { ...board, participants: withRow(board.participants, person) };
}

function withPerson(board: Board, id: string, change: Partial<Participant>): Board {
  return { ...board, participants: withChange(board.participants, id, change) };
}
