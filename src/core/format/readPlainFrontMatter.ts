import { keyAt } from './knownKeys.ts';
import { isPlainText } from './printValue.ts';

type PlainItem = Record<string, string | number | readonly string[]>;

/** What the plain reader can understand: text, numbers, lists of text, and lists of flat mappings. */
export type PlainValues = Record<string, string | number | readonly string[] | readonly PlainItem[]>;

const jsonText = /^(?:[^"\\\t]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*$/;
const quoted = /"(?:[^"\\\n]|\\[^\n])*"/y;
const digits = /^[1-9]\d{0,14}$/;
const dateOrMoment = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?$/;

/**
 * Reads front matter that looks as `printEntry` writes it, many times faster than a whole YAML reader does.
 * Where it answers, YAML gives the same; whatever it does not understand to the last character, it leaves to
 * YAML by answering `undefined`.
 *
 * @param source from `splitFile`: with line feeds alone, the last one included, and no control characters
 */
export function readPlainFrontMatter(source: string): PlainValues | undefined {
  const values: PlainValues = {};
  for (let at = 0; at < source.length; ) {
    const colon = endOfKey(source, at);
    const end = source.indexOf('\n', colon);
    const key = keyAt(source, at, colon);
    if (colon === -1 || end === -1 || Object.hasOwn(values, key)) {
      return undefined;
    }
    if (end === colon + 1) {
      const items: PlainItem[] = [];
      at = readItems(source, end + 1, items);
      values[key] = items.slice();
    } else {
      const value = valueAt(source, colon, end);
      if (value === undefined) {
        return undefined;
      }
      values[key] = value;
      at = end + 1;
    }
    if (at === -1) {
      return undefined;
    }
  }
  return values;
}

/** Reads the lines of a list of mappings. Gives the offset after them, -1 where they are not plain. */
function readItems(source: string, start: number, items: PlainItem[]): number {
  let at = start;
  let item: PlainItem | undefined;
  while (source.charCodeAt(at) === 32) {
    if (source.startsWith('  - ', at)) {
      item = {};
      items.push(item);
    } else if (item === undefined || !source.startsWith('    ', at)) {
      return -1;
    }
    const colon = endOfKey(source, at + 4);
    const end = source.indexOf('\n', colon);
    const key = keyAt(source, at + 4, colon);
    const value = colon === -1 || end === -1 ? undefined : valueAt(source, colon, end);
    if (value === undefined || Object.hasOwn(item, key)) {
      return -1;
    }
    item[key] = value;
    at = end + 1;
  }
  return items.length === 0 ? -1 : at;
}

/** The offset of the colon behind a key of lower-case letters, -1 where there is none. */
function endOfKey(source: string, start: number): number {
  let at = start;
  let code = source.charCodeAt(at);
  while (code >= 97 && code <= 122) {
    at += 1;
    code = source.charCodeAt(at);
  }
  return code === 58 && at > start ? at : -1;
}

function valueAt(
  source: string,
  colon: number,
  end: number,
): string | number | readonly string[] | undefined {
  const start = colon + 2;
  if (source.charCodeAt(colon + 1) !== 32 || start === end) {
    return undefined;
  }
  if (source.charCodeAt(start) === 91) {
    return listAt(source, start, end);
  }
  const text = textAt(source, start, end);
  const number = text === undefined ? source.slice(start, end) : '';
  return text === undefined && digits.test(number) ? Number(number) : text;
}

function textAt(source: string, start: number, end: number): string | undefined {
  const first = source.charCodeAt(start);
  if (first === 34) {
    return quotedAt(source, start, end);
  }
  const text = source.slice(start, end);
  return isUnquoted(text) ? text : undefined;
}

function isUnquoted(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 48 && first <= 57 ? dateOrMoment.test(text) : isPlainText(text);
}

function quotedAt(source: string, start: number, end: number): string | undefined {
  const inner = source.slice(start + 1, end - 1);
  if (source.charCodeAt(end - 1) !== 34 || end - start < 2) {
    return undefined;
  }
  if (!inner.includes('\\')) {
    return inner.includes('"') ? undefined : inner;
  }
  return jsonText.test(inner) ? (JSON.parse(`"${inner}"`) as string) : undefined;
}

/** `[one, "two"]`, on one line, with one space after each comma. */
function listAt(source: string, start: number, end: number): readonly string[] | undefined {
  const last = end - 1;
  if (source.charCodeAt(last) !== 93) {
    return undefined;
  }
  const comma = source.indexOf(',', start);
  return comma === -1 || comma > last
    ? shortListAt(source, start + 1, last)
    : longListAt(source, start, last);
}

/** Most lists have one item or none. */
function shortListAt(source: string, start: number, last: number): readonly string[] | undefined {
  if (start === last) {
    return [];
  }
  const item = textAt(source, start, last);
  return item === undefined ? undefined : [item];
}

function longListAt(source: string, start: number, last: number): readonly string[] | undefined {
  const items: string[] = [];
  for (let at = start + 1; at < last; ) {
    const itemEnd = source.charCodeAt(at) === 34 ? endOfQuoted(source, at) : endOfPlain(source, at, last);
    const item = itemEnd === -1 ? undefined : textAt(source, at, itemEnd);
    if (item === undefined) {
      return undefined;
    }
    items.push(item);
    if (itemEnd === last) {
      // A list that grew holds room for more; thousands of its copies are kept.
      return items.slice();
    }
    if (!source.startsWith(', ', itemEnd)) {
      return undefined;
    }
    at = itemEnd + 2;
  }
  return undefined;
}

function endOfQuoted(source: string, start: number): number {
  quoted.lastIndex = start;
  return quoted.test(source) ? quoted.lastIndex : -1;
}

function endOfPlain(source: string, start: number, last: number): number {
  const comma = source.indexOf(',', start);
  return comma === -1 || comma > last ? last : comma;
}
