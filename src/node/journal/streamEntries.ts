import type { Board } from '../../core/board/board.ts';
import type { Intent } from '../../core/board/intent.ts';
import type { DamageCode } from '../../core/ports/journal.ts';
import { isIntent } from '../../protocol/boardIntents.ts';
import { isBoardOfThisVersion, unknownOr } from './journalLines.ts';

/** The version of the entries below. */
export const entryVersion = '1';

/** Where a reader of a stream is: behind the entry with this id, which says this mark. */
export interface StreamEnd {
  /** `<part>-<number>`: a stream that was compacted has another part. */
  readonly id: string;
  /** The id of the intent, or what was chosen for the board. */
  readonly mark: string;
}

/** Before the first entry of all. */
export const streamStart: StreamEnd = { id: '0-0', mark: '' };

/** One entry of a stream. */
export type StreamEntry = StreamEnd & {
  /** The mark of the entry before it. */
  readonly after: string;
} & ({ readonly intent: Intent } | { readonly board: Board });

/** An entry that cannot be taken, and why. */
export interface WrongEntry {
  readonly id: string;
  readonly wrong: DamageCode;
}

/** The number of the part of a stream that an id is of. */
export function partOf({ id }: StreamEnd): number {
  return Number(id.split('-')[0]);
}

/** What Redis answered to a question for entries, up to the first that is none. */
export function entriesOf(reply: unknown): readonly (StreamEntry | WrongEntry)[] {
  const entries: (StreamEntry | WrongEntry)[] = [];
  for (const [id, fields] of reply as readonly (readonly [string, readonly string[]])[]) {
    const entry = entryOf(id, fields);
    entries.push(entry);
    if ('wrong' in entry) {
      break;
    }
  }
  return entries;
}

function entryOf(id: string, fields: readonly string[]): StreamEntry | WrongEntry {
  const [mark = '', after = '', version, json = ''] = fields.filter((_, at) => at % 2 === 1);
  const names = fields.filter((_, at) => at % 2 === 0).join(' ');
  const value = parsed(json);
  if (!/^mark after v (?:intent|board)$/.test(names)) {
    return { id, wrong: 'malformed' };
  }
  if (version !== entryVersion) {
    return { id, wrong: 'newer' };
  }
  if (names.endsWith('board')) {
    return isBoardOfThisVersion(value) ? { id, mark, after, board: value } : { id, wrong: 'newer' };
  }
  if (!isIntent(value)) {
    return { id, wrong: unknownOr(value) };
  }
  return value.id === mark ? { id, mark, after, intent: value } : { id, wrong: 'malformed' };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
