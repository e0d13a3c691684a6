import type { Entry } from '../entries/entry.ts';

/** A value that is still being put together. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };

const none: readonly never[] = Object.freeze([]);

/** An entry of which nothing is known but its title and its path. */
export function blankEntry(title: string, path: string): Writable<Entry> {
  return {
    id: '',
    kind: '',
    date: '',
    title,
    path,
    tags: none,
    people: none,
    commits: none,
    code: none,
    links: none,
  };
}
