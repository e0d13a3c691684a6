import type { Window } from '../trends/windows.ts';

/**
 * The days since the last meeting, with the day of that meeting: what was logged later that day nobody has looked
 * at yet.
 *
 * @param meetings days of earlier meetings in any order, ISO 8601 dates
 * @returns `undefined` where there was none
 */
export function sinceLastMeeting(meetings: readonly string[], today: string): Window | undefined {
  const last = meetings
    .filter((day) => day <= today)
    .toSorted()
    .at(-1);
  return last === undefined ? undefined : { from: last, to: today };
}
