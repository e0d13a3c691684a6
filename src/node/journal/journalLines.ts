import type { Board } from '../../core/board/board.ts';
import type { Intent } from '../../core/board/intent.ts';
import type { DamageCode } from '../../core/ports/journal.ts';
import { isIntent } from '../../protocol/boardIntents.ts';

/** The version of the lines below. */
const version = 1;

/** What the lines of a journal say, as far as they can be read. */
export interface ReadLines {
  readonly snapshot?: Board;
  readonly intents: readonly Intent[];
  /** The number of the last event that was read. */
  readonly last: number;
  /** How many bytes hold what was read. */
  readonly length: number;
  readonly damage?: { readonly code: DamageCode; readonly line: number };
}

/** An intent as a line of a journal. */
export function intentLine(number: number, intent: Intent): string {
  return `${JSON.stringify({ v: version, n: number, intent })}\n`;
}

/** The board that the events up to a number have made, as the first line of a journal. */
export function boardLine(number: number, board: Board): string {
  return `${JSON.stringify({ v: version, n: number, board })}\n`;
}

/** Reads a journal from its beginning to the first line that is not whole, not known or not the next one. */
export function readLines(bytes: Buffer): ReadLines {
  const intents: Intent[] = [];
  let snapshot: Board | undefined;
  let last = 0;
  let length = 0;
  for (let line = 1; length < bytes.length; line += 1) {
    const end = bytes.indexOf('\n', length);
    const event = end === -1 ? 'torn' : eventOf(bytes.toString('utf8', length, end), last, line);
    if (typeof event === 'string') {
      return { ...(snapshot && { snapshot }), intents, last, length, damage: { code: event, line } };
    }
    if ('board' in event) {
      snapshot = event.board;
    } else {
      intents.push(event.intent);
    }
    last = event.n;
    length = end + 1;
  }
  return { ...(snapshot && { snapshot }), intents, last, length };
}

type Event = { readonly n: number } & ({ readonly intent: Intent } | { readonly board: Board });

function eventOf(text: string, last: number, line: number): Event | DamageCode {
  const event = parsed(text);
  if (event === undefined || !Number.isSafeInteger(event['v']) || !Number.isSafeInteger(event['n'])) {
    return 'malformed';
  }
  if (event['v'] !== version) {
    return 'newer';
  }
  const n = Number(event['n']);
  if (line === 1 && isBoardOfThisVersion(event['board'])) {
    return { n, board: event['board'] };
  }
  if (n !== last + 1) {
    return 'sequence';
  }
  // What an older version cannot know is no intent for it, and was right for whoever wrote it.
  return isIntent(event['intent']) ? { n, intent: event['intent'] } : unknownOr(event['intent']);
}

/** What is wrong with what is no intent: a deed whose name nobody here knows was written by a newer version. */
export function unknownOr(intent: unknown): DamageCode {
  const deed = (intent as { readonly deed?: { readonly type?: unknown } } | null | undefined)?.deed;
  return typeof deed?.type === 'string' && /^[a-z][A-Za-z]{1,31}$/.test(deed.type) ? 'newer' : 'malformed';
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The extension's own storage wrote it whole or not at all; what is looked at is whether this version did. */
export function isBoardOfThisVersion(value: unknown): value is Board {
  const board = value as Partial<Board> | null | undefined;
  return board?.version === 1 && Array.isArray(board.cards) && Array.isArray(board.seen);
}
