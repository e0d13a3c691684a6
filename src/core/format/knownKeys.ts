import { entryKeys } from './entryKeys.ts';
import { codeKeys, commitKeys } from './printValue.ts';

const none: readonly string[] = [];
const byLengthAndFirst = new Map<number, string[]>();
for (const key of [...entryKeys, ...commitKeys, ...codeKeys]) {
  const place = placeOf(key, 0, key.length);
  byLengthAndFirst.set(place, [...(byLengthAndFirst.get(place) ?? []), key]);
}

/** The key between two offsets of a front matter. For a known one no new text is made: it is looked up. */
export function keyAt(source: string, start: number, end: number): string {
  for (const key of byLengthAndFirst.get(placeOf(source, start, end)) ?? none) {
    if (source.startsWith(key, start)) {
      return key;
    }
  }
  return source.slice(start, end);
}

function placeOf(source: string, start: number, end: number): number {
  return (end - start) * 128 + source.charCodeAt(start);
}
