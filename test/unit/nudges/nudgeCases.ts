import type { Doing, NudgeWishes } from '../../../src/core/nudges/gate.ts';
import type { LocalMoment } from '../../../src/core/nudges/nudge.ts';
import { minuteOfDay } from '../../../src/core/nudges/timeOfDay.ts';

/** Somebody who has time. */
export const free: Doing = {
  quiet: false,
  debugging: false,
  boardOpen: false,
  writing: false,
  elsewhere: false,
};

/** Somebody who wants nothing. */
export const nothingWanted: NudgeWishes = { invitation: false, digest: false, moments: false };

/** `at('2026-03-05 16:30')`. */
export function at(text: string): LocalMoment {
  const [day = '', time = ''] = text.split(' ');
  const minute = minuteOfDay(time);
  if (minute === undefined) {
    throw new RangeError(`No time of day: ${time}`);
  }
  return { day, minute };
}

/** Somebody who wants to be asked in the afternoon. */
export const asksAtHalfPastFour: NudgeWishes = { ...nothingWanted, question: 16 * 60 + 30 };
