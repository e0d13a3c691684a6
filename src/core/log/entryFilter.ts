import type { Entry } from '../entries/entry.ts';

/** What to keep of a log. Every part that is given must hold; within one part, any of its words is enough. */
export interface EntryFilter {
  readonly kinds?: readonly string[];
  readonly tags?: readonly string[];
  readonly statuses?: readonly string[];
  /** ISO 8601 date, inclusive. */
  readonly since?: string;
  /** ISO 8601 date, inclusive. */
  readonly until?: string;
  /** A full hash. */
  readonly commit?: string;
  /** A file or a folder, POSIX, from the root of the repository. */
  readonly code?: string;
}

/** The entries that a filter keeps, in the order they came in. */
export function filterEntries(entries: readonly Entry[], filter: EntryFilter): readonly Entry[] {
  return entries.filter((entry) => matches(entry, filter));
}

/** Whether a filter asks for anything at all. */
export function isFiltering(filter: EntryFilter): boolean {
  return Object.values(filter).some((part) => part !== undefined && part.length > 0);
}

/** Whether an entry is about a file or about something below a folder: by a place in the code, or by a commit. */
export function isAbout(entry: Entry, path: string): boolean {
  const folder = path.endsWith('/') ? path : `${path}/`;
  const within = (other: string) => other === path || other.startsWith(folder);
  return (
    entry.code.some((place) => within(place.path)) ||
    entry.commits.some((commit) => commit.paths?.some(within) ?? false)
  );
}

function matches(entry: Entry, filter: EntryFilter): boolean {
  return (
    isOneOf([entry.kind], filter.kinds) &&
    isOneOf(entry.tags, filter.tags) &&
    isOneOf(entry.status === undefined ? [] : [entry.status], filter.statuses) &&
    (filter.since === undefined || entry.date >= filter.since) &&
    (filter.until === undefined || entry.date <= filter.until) &&
    (filter.commit === undefined || entry.commits.some((commit) => commit.sha === filter.commit)) &&
    (filter.code === undefined || isAbout(entry, filter.code))
  );
}

function isOneOf(words: readonly string[], wanted: readonly string[] | undefined): boolean {
  return wanted === undefined || wanted.length === 0 || wanted.some((word) => words.includes(word));
}
