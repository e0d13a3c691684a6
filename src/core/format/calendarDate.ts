const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const isoTime =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** The years that a date may be in. Anything outside is a slip of the keyboard. */
const firstYear = 1900;
const lastYear = 2199;

/** Whether a text is a day of the calendar, `2026-11-23`, between the years 1900 and 2199. */
export function isCalendarDate(text: string): boolean {
  return isoDate.test(text) && isDay(text);
}

/** Whether a text is a moment with its zone, `2026-11-22T09:14:03Z`. */
export function isMoment(text: string): boolean {
  return isoTime.test(text) && isDay(text);
}

/** Whether the first ten characters, digits in their places, are a day. */
function isDay(text: string): boolean {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const day = twoDigits(text, 8);
  return year >= firstYear && year <= lastYear && day >= 1 && day <= daysIn(year, twoDigits(text, 5));
}

function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 48 * 11;
}

/** 0 for a month that is none. */
function daysIn(year: number, month: number): number {
  if (month === 2) {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return leap ? 29 : 28;
  }
  if (month < 1 || month > 12) {
    return 0;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
