import type { CodePlace, CommitLink } from '../entries/entry.ts';
import { isCalendarDate, isMoment } from './calendarDate.ts';

/** What a key of the front matter can be given. */
export type FrontMatterValue =
  | string
  | number
  | readonly string[]
  | readonly CommitLink[]
  | readonly CodePlace[]
  | Readonly<Record<string, number>>;

const plainText = /^\p{L}[\p{L}\p{N} _./()+@-]*$/u;
/** The same for nearly every text, in a tenth of the time. */
const plainAscii = /^[A-Za-z][\w ./()+@-]*$/;
const specialWord = /^(?:null|true|false|yes|no|on|off|y|n)$/i;
const dateKeys = new Set([
  'date',
  'started',
  'timebox',
  'concluded',
  'due',
  'closed',
  'authored',
  'from',
  'to',
]);
/** An all-digit hash is a number to YAML, so every hash has quotes. */
const quotedKeys = new Set(['sha', 'patch', 'range', 'change']);
/** The keys of a link to a commit, in the order in which they are written. */
const commitKeys = ['sha', 'subject', 'authored', 'patch', 'range', 'paths', 'change', 'pr'] as const;
/** The keys of a place in the code, in the same order. */
const codeKeys = ['path', 'line', 'text'] as const;

/** Whether YAML reads a text as itself without quotes, in any version of YAML and any place of ours. */
export function isPlainText(text: string): boolean {
  return (plainAscii.test(text) || plainText.test(text)) && !text.endsWith(' ') && !isReservedWord(text);
}

/** Whether some version of YAML reads a word as something else than text. */
export function isReservedWord(text: string): boolean {
  return text.length <= 5 && specialWord.test(text);
}

/** Prints one key with its value, as one or more lines without the last line ending. */
export function printKey(key: string, value: FrontMatterValue): string[] {
  if (!Array.isArray(value)) {
    const figures = typeof value === 'object' ? Object.entries(value) : [];
    return typeof value === 'object'
      ? [`${key}: {${figures.map(([name, figure]) => `${name}: ${figure}`).join(', ')}}`]
      : [`${key}: ${printScalar(key, value)}`];
  }
  const items = value as readonly (string | CommitLink | CodePlace)[];
  if (items.every((item) => typeof item === 'string')) {
    return [`${key}: ${printList(key, items)}`];
  }
  return [`${key}:`, ...items.flatMap((item) => printItem(item as CommitLink | CodePlace))];
}

/** What a key of an item can be given. */
export type ItemValue = string | number | readonly string[];

/** Prints one key of an item with its value, on one line. */
export function printPair(key: string, value: ItemValue): string {
  return `${key}: ${typeof value === 'object' ? printList(key, value) : printScalar(key, value)}`;
}

function printItem(item: CommitLink | CodePlace): string[] {
  const keys = 'sha' in item ? commitKeys : codeKeys;
  const values: Readonly<Record<string, ItemValue | undefined>> = { ...item };
  const lines: string[] = [];
  for (const key of keys) {
    const value = values[key];
    if (value !== undefined) {
      lines.push(`${lines.length === 0 ? '  - ' : '    '}${printPair(key, value)}`);
    }
  }
  return lines;
}

function printList(key: string, items: readonly string[]): string {
  return `[${items.map((item) => printScalar(key, item)).join(', ')}]`;
}

function printScalar(key: string, value: string | number): string {
  if (typeof value === 'number') {
    return String(value);
  }
  if (dateKeys.has(key) && (isCalendarDate(value) || isMoment(value))) {
    return value;
  }
  return !quotedKeys.has(key) && isPlainText(value) ? value : quote(value);
}

/** A JSON string is a YAML string; what is invisible or not a character is escaped as well. */
function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
