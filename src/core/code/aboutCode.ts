import type { CodePlace, Entry } from '../entries/entry.ts';
import { isAbout } from '../log/entryFilter.ts';
import { type LocatedPlace, locateInLines } from './locatePlace.ts';

/** A place that an entry names, and where it is now. */
export interface FoundPlace extends LocatedPlace {
  readonly place: CodePlace;
  /** Whether its line is among those that are looked at. */
  readonly selected: boolean;
}

/** An entry about a file. */
export interface AboutCode {
  readonly entry: Entry;
  /** The place in the file that matters most; absent where only a commit ties the entry to the file. */
  readonly found?: FoundPlace;
  /** Whether a line that is looked at is one of the entry’s: by a place, or by a commit that it links. */
  readonly here: boolean;
}

/** The lines that somebody looks at: from 1, both inclusive. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** The entries that lines of a file are about, from 1: see `CodeMarks`. */
export type EntriesByLine = ReadonlyMap<number, readonly Pick<Entry, 'path'>[]>;

/**
 * The entries about a file: those about the selected lines first, then the others, each in the order they came in.
 *
 * @param path POSIX, from the root of the repository
 * @param lines the file as it is now, unsaved text included
 * @param marked what is known of the lines besides: it may be about the file under an older name, too
 */
export function aboutCode(
  entries: readonly Entry[],
  path: string,
  lines: readonly string[],
  selection: LineRange,
  marked: EntriesByLine = new Map(),
): readonly AboutCode[] {
  const { from, to } = selection;
  const there = new Set([...marked.values()].flat().map((entry) => entry.path));
  const selected = new Set(
    [...marked].flatMap(([line, some]) => (line >= from && line <= to ? some.map((one) => one.path) : [])),
  );
  const about = entries
    .filter((entry) => isAbout(entry, path) || there.has(entry.path))
    .map((entry): AboutCode => {
      const found = placeThatMatters(entry, path, lines, selection);
      const here = found?.selected === true || selected.has(entry.path);
      return found === undefined ? { entry, here } : { entry, found, here };
    });
  return [...about.filter(({ here }) => here), ...about.filter(({ here }) => !here)];
}

function placeThatMatters(
  entry: Entry,
  path: string,
  lines: readonly string[],
  { from, to }: LineRange,
): FoundPlace | undefined {
  const found = entry.code
    .filter((place) => place.path === path)
    .map((place): FoundPlace => {
      const located = locateInLines(place, lines);
      const selected = located.line !== undefined && located.line >= from && located.line <= to;
      return { ...located, place, selected };
    });
  return found.find((one) => one.selected) ?? found.find((one) => one.state !== 'gone') ?? found[0];
}
