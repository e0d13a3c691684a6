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
}

/** The lines that somebody looks at: from 1, both inclusive. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The entries about a file: those with a place among the selected lines first, then the others, each in the
 * order they came in.
 *
 * @param path POSIX, from the root of the repository
 * @param lines the file as it is now, unsaved text included
 */
export function aboutCode(
  entries: readonly Entry[],
  path: string,
  lines: readonly string[],
  selection: LineRange,
): readonly AboutCode[] {
  const about = entries
    .filter((entry) => isAbout(entry, path))
    .map((entry): AboutCode => {
      const found = placeThatMatters(entry, path, lines, selection);
      return found === undefined ? { entry } : { entry, found };
    });
  const isSelected = ({ found }: AboutCode) => found?.selected === true;
  return [...about.filter(isSelected), ...about.filter((one) => !isSelected(one))];
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
