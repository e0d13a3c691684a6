import { addDays, startOfWeek } from '../../src/core/dates.ts';
import type { StoryDay } from './story.ts';

/** Turns the days of the stories into days of the calendar. */
export interface WorkCalendar {
  /** The ISO 8601 date of a story's day. */
  dateOf(day: StoryDay): string;
  /** Seconds since the epoch at some minute of a date, on the clock of the team (London, with summer time). */
  secondsAt(date: string, minute: number): number;
}

const lastDay = 52 * 5 - 1;

/** `until` is left out: the last story's day is the last working day before it, so nothing lies in the future. */
export function workCalendar(until: string): WorkCalendar {
  const before = workingDays(addDays(until, -1), -1, lastDay + 1).toReversed();
  const days = [...before, ...workingDays(until, 1, 100)];
  return {
    dateOf: (day) => {
      const [, week = 0, weekday = 0] = /^(\d+)\.([1-5])(?: |$)/.exec(day)?.map(Number) ?? [];
      const date = days[(week - 1) * 5 + weekday - 1];
      if (date === undefined) {
        throw new Error(`“${day}” is no day of the sample's year.`);
      }
      return date;
    },
    secondsAt: (date, minute) =>
      Date.parse(`${date}T00:00:00Z`) / 1000 + (minute - 60 * hoursAhead(date)) * 60,
  };
}

/** How many hours the clocks of the team are ahead of UTC. */
export function hoursAhead(date: string): 0 | 1 {
  const year = date.slice(0, 4);
  return date >= lastSunday(`${year}-03-31`) && date < lastSunday(`${year}-10-31`) ? 1 : 0;
}

function lastSunday(endOfMonth: string): string {
  return addDays(startOfWeek(addDays(endOfMonth, 1)), -1);
}

/** So many working days from a date on, forwards or backwards. */
function workingDays(from: string, step: 1 | -1, count: number): string[] {
  const days: string[] = [];
  for (let date = from; days.length < count; date = addDays(date, step)) {
    if (isWorkingDay(date)) {
      days.push(date);
    }
  }
  return days;
}

/** The shop closes at weekends, and from Christmas Eve to New Year's Day. */
export function isWorkingDay(date: string): boolean {
  const day = date.slice(5);
  return date < addDays(startOfWeek(date), 5) && day < '12-24' && day > '01-01';
}
