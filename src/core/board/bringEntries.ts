import { RetroError } from '../retroError.ts';
import type { Board, Card } from './board.ts';
import { blankCard } from './blankCard.ts';
import { columnOfKind } from './columnOfKind.ts';
import type { Do } from './doing.ts';
import { isFreeId } from './freeId.ts';
import type { GivenEntry } from './given.ts';
import type { DeedOf } from './intent.ts';
import { boardLimits } from './limits.ts';
import { lastRank } from './ranks.ts';
import { type Refusal, refusal } from './refusal.ts';
import { soundEntries } from './soundStart.ts';

/** Entries that somebody wants on a board, by what becomes of them. */
export interface Bringing {
  /** Those that get a card. */
  readonly carded: readonly GivenEntry[];
  /** Those of whose kind no column is: they stand with what happened. */
  readonly listed: readonly GivenEntry[];
}

/** What there is to do so that some entries are on a board. Whatever has been there, or has been taken off it, is left. */
export function bringingOf(board: Board, entries: readonly GivenEntry[]): Bringing {
  const given = new Set(board.given.entries.map(({ id }) => id));
  const hasCard = new Set(board.cards.flatMap((card) => card.given?.id ?? []));
  const carded: GivenEntry[] = [];
  const listed: GivenEntry[] = [];
  for (const entry of entries) {
    if (columnOfKind(board.template, entry.kind) === undefined) {
      listed.push(...(given.has(entry.id) ? [] : [entry]));
    } else if (!hasCard.has(entry.id) && isFreeId(board, entry.id)) {
      carded.push(entry);
    }
  }
  return { carded, listed };
}

/** How many entries came onto a board: as cards, and among what happened. */
export interface Brought {
  readonly carded: number;
  readonly listed: number;
}

/**
 * Has entries brought onto a board that were not there yet.
 *
 * @param lead does it in the facilitator's name
 * @throws RetroError `bad-input` where the board has no room for them, or is closed
 */
export async function bringOnto(
  board: Board,
  entries: readonly GivenEntry[],
  lead: (deed: DeedOf<'bringEntries'>) => Promise<Refusal | undefined>,
): Promise<Brought> {
  const { carded, listed } = bringingOf(board, entries);
  const isNeeded = carded.length + listed.length > 0;
  const refused = isNeeded ? await lead({ type: 'bringEntries', entries }) : undefined;
  if (refused !== undefined) {
    throw new RetroError('bad-input', refused.message);
  }
  return { carded: carded.length, listed: listed.length };
}

/** Puts entries onto the board as a start does: each in the first column of its kind, at the end. */
export const bringEntries: Do<'bringEntries'> = (board, { entries }) => {
  if (!soundEntries(entries)) {
    return refusal('malformed');
  }
  const { carded, listed } = bringingOf(board, entries);
  const given = { ...board.given, entries: [...board.given.entries, ...listed] };
  const withAll = carded.reduce(withCard, listed.length === 0 ? board : { ...board, given });
  const live = withAll.cards.filter(({ deleted }) => !deleted);
  return carded.length > 0 && live.length > boardLimits.cards ? refusal('too-many') : withAll;
};

function withCard(board: Board, entry: GivenEntry): Board {
  const column = columnOfKind(board.template, entry.kind);
  if (column === undefined) {
    return board;
  }
  const rank = lastRank(board, column);
  const card: Card = { ...blankCard, id: entry.id, column, rank, text: entry.title, given: entry };
  return { ...board, cards: [...board.cards, card] };
}
