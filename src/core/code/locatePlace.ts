import type { CodePlace } from '../entries/entry.ts';

/** Where a noted place is now. */
export interface LocatedPlace {
  /** From 1; absent for a whole file and for a place that is gone. */
  readonly line?: number;
  /** `moved`: its text is on another line now. */
  readonly state: 'here' | 'moved' | 'gone';
}

/**
 * Finds a noted place again by the text of its line: on its own line, or else on the nearest line with the same
 * text. White space around a line does not count.
 *
 * @param fileText `undefined` where there is no such file
 */
export function locatePlace(place: CodePlace, fileText: string | undefined): LocatedPlace {
  if (fileText === undefined) {
    return { state: 'gone' };
  }
  if (place.line === undefined && place.text === undefined) {
    return { state: 'here' };
  }
  const lines = fileText.split(/\r\n|\n|\r/);
  if (place.text === undefined || place.text.trim() === '') {
    const { line = 1 } = place;
    return line <= lines.length ? { line, state: 'here' } : { state: 'gone' };
  }
  const line = nearest(lines, place.text.trim(), place.line ?? 1);
  if (line === undefined) {
    return { state: 'gone' };
  }
  return { line, state: line === (place.line ?? line) ? 'here' : 'moved' };
}

/** The line with that text which is nearest to the wanted one; of two as near, the one below. */
function nearest(lines: readonly string[], text: string, wanted: number): number | undefined {
  for (let distance = 0; distance < Math.max(wanted, lines.length); distance += 1) {
    for (const line of [wanted + distance, wanted - distance]) {
      if (lines[line - 1]?.trim() === text) {
        return line;
      }
    }
  }
  return undefined;
}
