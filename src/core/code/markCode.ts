import type { Entry } from '../entries/entry.ts';
import { put } from '../put.ts';
import { locateInLines } from './locatePlace.ts';

/** A file as an editor shows it, and what is known of its lines. */
export interface CodeText {
  /** POSIX, from the root of the repository. */
  readonly path: string;
  /** Unsaved text included. */
  readonly lines: readonly string[];
  /** The full hash of the commit that each line is from; absent, or shorter, where that is not known. */
  readonly commits?: readonly (string | undefined)[];
}

/** Which lines of a file are about an entry. Lines count from 1, entries are in the order they came in. */
export interface CodeMarks {
  /** Every line that an entry names or whose commit it links. */
  readonly lines: ReadonlyMap<number, readonly Entry[]>;
  /** The few lines above which an entry is announced. */
  readonly heads: ReadonlyMap<number, readonly Entry[]>;
}

/** Lines of one commit that are no further apart than this are one piece of work. */
const widestGap = 3;

/** A commit may have touched a file all over: an entry is announced above its longest pieces. */
const mostPieces = 3;

/**
 * Finds the lines that entries are about: by the places that they name, where these are now, and by the commits
 * that they link. An entry that names a place in the file is announced there and not above its commits' lines.
 */
export function markCode(
  code: CodeText,
  entries: readonly Entry[],
  entriesOfCommit: ReadonlyMap<string, readonly Entry[]>,
): CodeMarks {
  const heads = new Map<number, Set<Entry>>();
  const lines = new Map<number, Set<Entry>>();
  const named = new Set<Entry>();
  for (const entry of entries) {
    for (const place of entry.code.filter((one) => one.path === code.path)) {
      const { line } = locateInLines(place, code.lines);
      if (line !== undefined) {
        named.add(entry);
        mark(lines, line, entry);
        mark(heads, line, entry);
      }
    }
  }
  for (const [entry, at] of linesOfEntries(code, entriesOfCommit)) {
    for (const line of at) {
      mark(lines, line, entry);
    }
    for (const line of named.has(entry)
      ? []
      : headsOf(at.filter((one) => code.lines[one - 1]?.trim() !== ''))) {
      mark(heads, line, entry);
    }
  }
  return { lines: inOrder(lines, entries), heads: inOrder(heads, entries) };
}

function linesOfEntries(
  { commits = [], lines }: CodeText,
  entriesOfCommit: ReadonlyMap<string, readonly Entry[]>,
): Map<Entry, number[]> {
  const at = new Map<Entry, number[]>();
  for (const [index, sha] of commits.slice(0, lines.length).entries()) {
    for (const entry of (sha !== undefined && entriesOfCommit.get(sha)) || []) {
      put(at, entry, index + 1);
    }
  }
  return at;
}

/** The first lines of the longest pieces, in the order of the file. Empty lines are not told. */
function headsOf(lines: readonly number[]): number[] {
  const pieces: { readonly head: number; last: number; size: number }[] = [];
  for (const line of lines) {
    const piece = pieces.at(-1);
    if (piece !== undefined && line - piece.last <= widestGap) {
      piece.last = line;
      piece.size += 1;
    } else {
      pieces.push({ head: line, last: line, size: 1 });
    }
  }
  const longest = pieces.toSorted((a, b) => b.size - a.size || a.head - b.head).slice(0, mostPieces);
  return longest.map((piece) => piece.head).sort((a, b) => a - b);
}

function mark(map: Map<number, Set<Entry>>, line: number, entry: Entry): void {
  map.set(line, (map.get(line) ?? new Set()).add(entry));
}

function inOrder(
  map: ReadonlyMap<number, ReadonlySet<Entry>>,
  entries: readonly Entry[],
): ReadonlyMap<number, readonly Entry[]> {
  const rank = new Map(entries.map((entry, at) => [entry, at]));
  return new Map(
    [...map].map(([line, some]) => [line, [...some].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))]),
  );
}
