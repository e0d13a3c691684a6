import type { Board, Timer } from './board.ts';
import type { DeedRules, Do } from './doing.ts';
import { boardLimits } from './limits.ts';
import { refusal } from './refusal.ts';
import { topicAt } from './topics.ts';

type TimerDeed = 'startTimer' | 'extendTimer' | 'pauseTimer' | 'resumeTimer' | 'stopTimer';

const startTimer: Do<'startTimer'> = (board, { length, topic: topicId }, { at }) => {
  const topic = topicId === undefined ? undefined : topicAt(board, topicId);
  if (topicId !== undefined && topic === undefined) {
    return refusal('no-such-topic');
  }
  return isLength(length)
    ? withTimer(board, { phase: board.phase, topic: topic?.id ?? '', length, endsAt: at + length, left: 0 })
    : refusal('out-of-range');
};

const extendTimer: Do<'extendTimer'> = (board, { length }, { at }) => {
  const { timer } = board;
  if (timer === null) {
    return refusal('no-timer');
  }
  if (!isLength(length) || timer.length + length > boardLimits.timer) {
    return refusal('out-of-range');
  }
  return withTimer(board, {
    ...timer,
    length: timer.length + length,
    ...(timer.endsAt === null
      ? { left: timer.left + length }
      : { endsAt: Math.max(timer.endsAt, at) + length }),
  });
};

const pauseTimer: Do<'pauseTimer'> = (board, _deed, { at }) => {
  const { timer } = board;
  return timer === null || timer.endsAt === null
    ? refusal('no-timer')
    : withTimer(board, {
        ...timer,
        endsAt: null,
        left: Math.min(timer.length, Math.max(0, timer.endsAt - at)),
      });
};

const resumeTimer: Do<'resumeTimer'> = (board, _deed, { at }) => {
  const { timer } = board;
  return timer === null || timer.endsAt !== null
    ? refusal('no-timer')
    : withTimer(board, { ...timer, endsAt: at + timer.left, left: 0 });
};

const stopTimer: Do<'stopTimer'> = (board) =>
  board.timer === null ? refusal('no-timer') : withTimer(board, null);

/** The shared timer. It says when time is over, and ends nothing by itself. */
export const timerDeeds: DeedRules<TimerDeed> = {
  startTimer: { do: startTimer, by: 'facilitator' },
  extendTimer: { do: extendTimer, by: 'facilitator' },
  pauseTimer: { do: pauseTimer, by: 'facilitator' },
  resumeTimer: { do: resumeTimer, by: 'facilitator' },
  stopTimer: { do: stopTimer, by: 'facilitator' },
};

function withTimer(board: Board, timer: Timer | null): Board {
  return { ...board, timer };
}

function isLength(length: unknown): length is number {
  return Number.isSafeInteger(length) && (length as number) > 0 && (length as number) <= boardLimits.timer;
}
