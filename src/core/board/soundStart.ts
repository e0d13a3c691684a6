import { isCalendarDate } from '../format/calendarDate.ts';
import { namings, mostColumns, phases } from '../templates/template.ts';
import { isId } from './freeId.ts';
import { boardLimits } from './limits.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Whether the first deed of a board holds a meeting, whatever it is said to hold. */
export function soundMeeting(value: unknown): boolean {
  return (
    isFields(value) &&
    isId(value.id) &&
    isText(value.title) &&
    [value.date, value.from, value.to].every((day) => typeof day === 'string' && isCalendarDate(day))
  );
}

/** The same for the template that a board follows. */
export function soundTemplate(value: unknown): boolean {
  if (!isFields(value) || !isFields(value.votes) || !isFields(value.minutes)) {
    return false;
  }
  const { columns, votes } = value;
  return (
    [value.key, value.name, value.purpose].every(isText) &&
    isListOf(columns, (column) => isText(column.title) && isText(column.prompt)) &&
    columns.length >= 1 &&
    columns.length <= mostColumns &&
    Array.isArray(value.phases) &&
    value.phases.every((phase) => (phases as readonly unknown[]).includes(phase)) &&
    [votes.total, votes.perCard].every((count) => Number.isSafeInteger(count) && Number(count) >= 0) &&
    typeof value.hidden === 'boolean' &&
    (namings as readonly unknown[]).includes(value.names)
  );
}

/** The same for what a board is given. */
export function soundGiven(value: unknown): boolean {
  if (!isFields(value) || !Array.isArray(value.parked) || value.parked.length > 200) {
    return false;
  }
  const entries = [value.entries, value.actions, value.experiments];
  const ids = entries.flatMap((list) =>
    Array.isArray(list) ? list.map((each: Fields | null) => each?.id) : [],
  );
  return (
    ids.length <= boardLimits.cards / 2 &&
    entries.every((list) => isListOf(list, isGiven)) &&
    (value.waiting === undefined || isListOf(value.waiting, isGiven)) &&
    [value.releases, value.reverts, value.figures].every((list) => isListOf(list, () => true)) &&
    Array.isArray(value.entries) &&
    new Set(value.entries.map(({ id }: Fields) => id)).size === value.entries.length
  );
}

/** The same for entries that come onto a board later: none of them twice. */
export function soundEntries(value: unknown): boolean {
  return (
    isListOf(value, isGiven) &&
    value.length <= boardLimits.cards / 2 &&
    new Set(value.map(({ id }) => id)).size === value.length
  );
}

function isGiven(entry: Fields): boolean {
  return isId(entry.id) && [entry.kind, entry.title, entry.path].every(isText) && Array.isArray(entry.people);
}

function isListOf(value: unknown, fits: (item: Fields) => boolean): value is readonly Fields[] {
  return Array.isArray(value) && value.every((item) => isFields(item) && fits(item));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
