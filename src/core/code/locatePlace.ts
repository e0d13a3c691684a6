import type { CodePlace } from '../entries/entry.ts';

/** Where a noted place is now. */
export interface LocatedPlace {
  /** From 1; absent for a whole file and for a place that is gone. */
  readonly line?: number;
  /** `moved`: its text is on another line now. */
  readonly state: 'here' | 'moved' | 'gone';
}

/** A longer line is cut where a place is noted: its beginning, so many characters, finds it again. */
export const longestPlaceText = 200;

/**
 * Finds a noted place again by the text of its line: on its own line, or else on the nearest line with the same
 * text. White space around a line does not count, nor what follows the part of a long line that was noted. A
 * line that was changed is gone: only its text was noted, so nothing else could tell it from another.
 *
 * @param fileText `undefined` where there is no such file
 */
export function locatePlace(place: CodePlace, fileText: string | undefined): LocatedPlace {
  return locateInLines(place, fileText?.split(/\r\n|\n|\r/));
}

/** The same in a file that is taken apart into its lines already. */
export function locateInLines(place: CodePlace, lines: readonly string[] | undefined): LocatedPlace {
  if (lines === undefined) {
    return { state: 'gone' };
  }
  if (place.line === undefined && place.text === undefined) {
    return { state: 'here' };
  }
  if (place.text === undefined || place.text.trim() === '') {
    const { line = 1 } = place;
    return line <= lines.length ? { line, state: 'here' } : { state: 'gone' };
  }
  const line = nearest(lines, place.text, place.line ?? 1);
  if (line === undefined) {
    return { state: 'gone' };
  }
  return { line, state: line === (place.line ?? line) ? 'here' : 'moved' };
}

/** The line with that text which is nearest to the wanted one; of two as near, the one below. */
function nearest(lines: readonly string[], noted: string, wanted: number): number | undefined {
  const text = noted.trim();
  const isCut = noted.length >= longestPlaceText;
  for (let distance = 0; distance < Math.max(wanted, lines.length); distance += 1) {
    for (const line of [wanted + distance, wanted - distance]) {
      const found = lines[line - 1]?.trim();
      if (found === text || (isCut && found?.startsWith(text))) {
        return line;
      }
    }
  }
  return undefined;
}
