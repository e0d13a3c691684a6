import type { CodePlace, CommitLink, Entry } from '../entries/entry.ts';
import { isEntryKind, outcomes, statusesOf } from '../entries/kinds.ts';
import { blankEntry, type Writable } from './blankEntry.ts';
import { isCalendarDate, isMoment } from './calendarDate.ts';
import { isEntryId, isFullHash } from './entryId.ts';
import { belongsTo } from './entryKeys.ts';

/** The keys of a front matter, as YAML gave them. */
export type KeyValues = Readonly<Record<string, unknown>>;

/** What fits each key of an item, and the one key without which it is none. */
interface ItemShape<T> {
  readonly needed: keyof T & string;
  readonly fits: ReadonlyMap<string, (value: unknown) => boolean>;
}

const commitShape: ItemShape<CommitLink> = {
  needed: 'sha',
  fits: new Map<keyof CommitLink, (value: unknown) => boolean>([
    ['sha', isHashText],
    ['subject', isText],
    ['authored', isMomentText],
    ['patch', isHashText],
    ['range', isHashText],
    ['paths', isTexts],
    ['change', isText],
    ['pr', isCount],
  ]),
};
const placeShape: ItemShape<CodePlace> = {
  needed: 'path',
  fits: new Map<keyof CodePlace, (value: unknown) => boolean>([
    ['path', isText],
    ['line', isCount],
    ['text', isText],
  ]),
};

const none: readonly never[] = Object.freeze([]);

/**
 * Takes from the keys of a front matter what can be used for an entry, and notes whether that was all of it.
 * Whoever finds `clean` false asks the schema what is wrong.
 */
export class EntryData {
  /** Every known key has a value that the schema accepts, and belongs to the kind. */
  clean = true;
  /** Absent unless id, kind and date can be used. */
  readonly entry: Writable<Entry> | undefined;

  constructor(values: KeyValues, path: string, title: string) {
    const { id, kind, date } = values;
    if (!isIdText(id) || typeof kind !== 'string' || kind === '' || !isDateText(date)) {
      this.clean = false;
      return;
    }
    this.entry = { ...blankEntry(title, path), id, kind, date };
    const statuses = isEntryKind(kind) ? statusesOf[kind] : undefined;
    this.clean = isEntryKind(kind);
    if (statuses !== undefined && values.status === undefined) {
      this.entry.status = statuses[0];
    }
    for (const key of Object.keys(values)) {
      if (belongsTo(key, kind)) {
        this.#read(this.entry, key, values[key], statuses);
      } else {
        this.clean = false;
      }
    }
  }

  #read(entry: Writable<Entry>, key: string, value: unknown, statuses: readonly string[] | undefined): void {
    switch (key) {
      case 'tags':
      case 'people':
        entry[key] = this.#list(value, isText, nothing);
        return;
      case 'links':
        entry.links = this.#list(value, isIdText, nothing);
        return;
      case 'commits':
        entry.commits = this.#list(value, isCommit, (item) => this.#salvage(item, commitShape));
        return;
      case 'code':
        entry.code = this.#list(value, isPlace, (item) => this.#salvage(item, placeShape));
        return;
      case 'status':
        this.#word(entry, key, value, statuses);
        return;
      case 'outcome':
        this.#word(entry, key, value, outcomes);
        return;
      case 'started':
      case 'timebox':
      case 'concluded':
      case 'due':
      case 'closed':
        this.#take(entry, key, value, isDateText);
        return;
      case 'owner':
      case 'reason':
      case 'imported':
        this.#take(entry, key, value, isText);
    }
  }

  /** A word of a newer version is kept as it is. */
  #word(
    entry: Writable<Entry>,
    key: 'status' | 'outcome',
    value: unknown,
    known: readonly string[] | undefined,
  ): void {
    if (typeof value === 'string') {
      entry[key] = value;
      this.clean &&= known?.includes(value) ?? false;
    } else {
      this.clean = false;
    }
  }

  /** A list in which everything fits is taken as it is; of any other, what can be used. */
  #list<T>(
    value: unknown,
    fits: (item: unknown) => item is T,
    salvage: (item: unknown) => T | undefined,
  ): readonly T[] {
    if (!Array.isArray(value)) {
      this.clean &&= value === null;
      return none;
    }
    if (value.every(fits)) {
      return value.length === 0 ? none : value;
    }
    const items = value.map((item) => (fits(item) ? item : salvage(item)));
    this.clean &&= !items.includes(undefined);
    return items.filter((item) => item !== undefined);
  }

  /** What fits of an item, as long as its one needed key does. */
  #salvage<T>(item: unknown, { needed, fits }: ItemShape<T>): T | undefined {
    if (!isKeyValues(item) || fits.get(needed)?.(item[needed]) !== true) {
      return undefined;
    }
    const keys = Object.keys(item);
    const usable = keys.filter((key) => fits.get(key)?.(item[key]) === true);
    this.clean &&= keys.every((key) => !fits.has(key) || usable.includes(key) || item[key] === null);
    return Object.fromEntries(usable.map((key) => [key, item[key]])) as T;
  }

  #take<T, K extends keyof T>(
    target: T,
    key: K,
    value: unknown,
    fits: (value: unknown) => value is T[K],
  ): void {
    if (fits(value)) {
      target[key] = value;
    } else if (value !== undefined && value !== null) {
      this.clean = false;
    }
  }
}

/** Whether a value of a front matter is itself a mapping. */
export function isKeyValues(value: unknown): value is KeyValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nothing(): undefined {
  return undefined;
}

function isCommit(item: unknown): item is CommitLink {
  return isItem(item, commitShape);
}

function isPlace(item: unknown): item is CodePlace {
  return isItem(item, placeShape);
}

/** Whether an item has its needed key, and no key that does not fit. */
function isItem<T>(item: unknown, { needed, fits }: ItemShape<T>): item is T {
  return (
    isKeyValues(item) &&
    Object.hasOwn(item, needed) &&
    Object.keys(item).every((key) => fits.get(key)?.(item[key]) === true)
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isIdText(value: unknown): value is string {
  return typeof value === 'string' && isEntryId(value);
}

function isDateText(value: unknown): value is string {
  return typeof value === 'string' && isCalendarDate(value);
}

function isMomentText(value: unknown): value is string {
  return typeof value === 'string' && isMoment(value);
}

function isHashText(value: unknown): value is string {
  return typeof value === 'string' && isFullHash(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
