import type { CodePlace, CommitLink, Entry } from '../core/entries/entry.ts';
import type { LocatedPlace } from '../core/code/locatePlace.ts';
import type { Grade } from '../core/links/grade.ts';
import type { EntryLookup } from './entryLookup.ts';
import type { GradedLinks } from './gradeEntryLinks.ts';

const optionalKeys = [
  'status',
  'outcome',
  'owner',
  'due',
  'started',
  'timebox',
  'concluded',
  'closed',
  'reason',
] as const;

/** An entry as scripts get it. Its keys are a promise: see the documentation of the command line. */
export interface EntryJson extends Readonly<Partial<Record<(typeof optionalKeys)[number], string>>> {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly date: string;
  readonly path: string;
  readonly tags: readonly string[];
  readonly people: readonly string[];
  readonly links: readonly string[];
  readonly code: readonly {
    readonly path: string;
    /** Where the place is now, where it was noted if it is gone, null for a whole file. */
    readonly line: number | null;
    readonly state: LocatedPlace['state'];
  }[];
  readonly commits: readonly {
    readonly sha: string;
    readonly subject: string;
    readonly grade?: Grade;
    readonly now?: string | null;
  }[];
}

/** Puts an entry and what was found out about its links into the form that scripts get. */
export function entryJson(entry: Entry, lookup: EntryLookup): EntryJson {
  const { id, kind, title, date, path, tags, people, links } = entry;
  const given = optionalKeys.flatMap((key) => (entry[key] === undefined ? [] : [[key, entry[key]]]));
  return {
    id,
    kind,
    title,
    date,
    path,
    tags,
    people,
    links,
    ...Object.fromEntries(given),
    code: entry.code.map((place) => placeJson(place, lookup.places.get(place))),
    commits: entry.commits.map((commit) => commitJson(commit, lookup.graded)),
  };
}

function placeJson(place: CodePlace, located: LocatedPlace | undefined): EntryJson['code'][number] {
  const { line = place.line ?? null, state = 'gone' } = located ?? {};
  return { path: place.path, line, state };
}

function commitJson(commit: CommitLink, graded: GradedLinks | undefined): EntryJson['commits'][number] {
  const { sha, subject = '' } = commit;
  const told = graded?.get(commit);
  return told === undefined ? { sha, subject } : { sha, subject, grade: told.grade, now: told.now ?? null };
}
