import { locatePlace, type LocatedPlace } from '../core/code/locatePlace.ts';
import type { CodePlace, Entry } from '../core/entries/entry.ts';
import type { FileContent } from '../core/ports/files.ts';
import { type GradedLinks, gradeEntryLinks } from './gradeEntryLinks.ts';
import type { Terminal } from './terminal.ts';
import type { Workplace } from './workplace.ts';

/** What the world around the log says about the links of some entries. */
export interface EntryLookup {
  /** What each link means today; absent where git could not be asked. */
  readonly graded: GradedLinks | undefined;
  readonly places: ReadonlyMap<CodePlace, LocatedPlace>;
}

/** Asks git once for all commits, and reads each file that is linked once. */
export async function lookUpEntries(
  entries: readonly Entry[],
  place: Workplace,
  terminal: Terminal,
): Promise<EntryLookup> {
  const [graded, places] = await Promise.all([
    gradeEntryLinks(entries, place, terminal),
    locatePlaces(entries, place),
  ]);
  return { graded, places };
}

async function locatePlaces(
  entries: readonly Entry[],
  { files }: Workplace,
): Promise<ReadonlyMap<CodePlace, LocatedPlace>> {
  const byPath = new Map<string, CodePlace[]>();
  for (const place of entries.flatMap((entry) => entry.code)) {
    byPath.set(place.path, [...(byPath.get(place.path) ?? []), place]);
  }
  const located = new Map<CodePlace, LocatedPlace>();
  await files.readMany([...byPath.keys()], (path, content) => {
    for (const place of byPath.get(path) ?? []) {
      located.set(place, locate(place, content));
    }
  });
  return located;
}

function locate(place: CodePlace, content: FileContent): LocatedPlace {
  if (content.state === 'text') {
    return locatePlace(place, content.text);
  }
  // A picture, or a file too large to be searched, is there all the same.
  const isThere =
    content.state === 'unreadable' && ['binary', 'too-large', 'not-utf-8'].includes(content.code);
  return { state: isThere && place.line === undefined && place.text === undefined ? 'here' : 'gone' };
}
