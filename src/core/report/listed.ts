import { displayText } from '../entries/displayText.ts';
import type { EntryLink, Listed } from './report.ts';

/** A list that goes on for longer is not read. */
const mostListed = 100;

/** The first of a list, and how many there are besides. */
export function listed<T>(all: readonly T[], most: number = mostListed): Listed<T> {
  return { shown: all.slice(0, most), more: Math.max(0, all.length - most) };
}

/** The same with each of those that are shown made into something. */
export function listedAs<T, R>(all: readonly T[], make: (one: T) => R): Listed<R> {
  const { shown, more } = listed(all);
  return { shown: shown.map(make), more };
}

/** The link to an entry or a page. */
export function linkTo({ title, path, date }: EntryLink): EntryLink {
  return { title: displayText(title), path, date };
}
