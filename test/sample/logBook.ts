import type { CodePlace, CommitLink } from '../../src/core/entries/entry.ts';
import { setKeys } from '../../src/core/format/editFrontMatter.ts';
import { entryPath } from '../../src/core/format/entryPath.ts';
import { printEntry } from '../../src/core/format/printEntry.ts';
import { seededId, seededRandom } from '../support/seededRandom.ts';
import type { Later, Story, StoryEntry } from './story.ts';
import type { WorkCalendar } from './workCalendar.ts';

/** What an entry needs to know about the repository at the moment at which it is written. */
interface Surroundings {
  readonly commit: (key: string) => CommitLink;
  readonly place: (path: string, text?: string) => CodePlace;
}

export interface LogFile {
  readonly path: string;
  readonly text: string;
}

/** The pages of the log: their ids, where they stand, and what is in them. */
export interface LogBook {
  idOf(key: string): string;
  entry(key: string): { readonly title: string; readonly path: string };
  write(entry: StoryEntry, surroundings: Surroundings): LogFile;
  /** The entry's text after something became of it. */
  continued(text: string, later: Later, date: string): string;
  pathOf(entry: StoryEntry): string;
}

export function logBook(seed: number, stories: readonly Story[], calendar: WorkCalendar): LogBook {
  const ids = new Map<string, string>();
  const entries = new Map<string, StoryEntry>();
  for (const entry of stories.flatMap((story) => story.entries ?? [])) {
    entries.set(entry.key ?? entry.title, entry);
    ids.set(entry.key ?? entry.title, idFor(seed, entry.title));
  }
  for (const page of stories.flatMap((story) => [...(story.meetings ?? []), ...(story.pulses ?? [])])) {
    ids.set(page.key, idFor(seed, page.title));
  }
  for (const { key } of stories.flatMap((story) => story.audits ?? [])) {
    ids.set(key, idFor(seed, key));
  }
  const idOf = (key: string): string => found(ids.get(key), key);
  const pathOf = (entry: StoryEntry): string =>
    entryPath('retro', calendar.dateOf(entry.at), entry.title, idOf(entry.key ?? entry.title));
  return {
    idOf,
    pathOf,
    entry: (key) => {
      const entry = found(entries.get(key), key);
      return { title: entry.title, path: pathOf(entry) };
    },
    write: (entry, surroundings) => {
      const draft = draftOf(entry, surroundings, calendar, idOf);
      return { path: pathOf(entry), text: printEntry(idOf(entry.key ?? entry.title), draft) };
    },
    continued: (text, { keys, result }, date) => {
      const values = Object.entries(keys).map(([key, value]) => [key, value === '*' ? date : value]);
      const changed = setKeys(text, Object.fromEntries(values));
      return result === undefined ? changed : `${changed.trimEnd()}\n\n## Result\n\n${result}\n`;
    },
  };
}

function draftOf(
  entry: StoryEntry,
  { commit, place }: Surroundings,
  calendar: WorkCalendar,
  idOf: (key: string) => string,
): Parameters<typeof printEntry>[1] {
  const { kind, title, tags, body, hypothesis, measure } = entry;
  return {
    kind,
    title,
    tags,
    date: calendar.dateOf(entry.at),
    people: entry.people?.map(({ name }) => name) ?? [],
    commits: entry.about?.map((key) => commit(key)) ?? [],
    code: entry.code?.map(([path, text]) => place(path, text)) ?? [],
    links: entry.follows?.map((key) => idOf(key)) ?? [],
    ...(body !== undefined && { body }),
    ...(hypothesis !== undefined && { hypothesis }),
    ...(measure !== undefined && { measure }),
    ...(entry.owner !== undefined && { owner: entry.owner.name }),
    ...(entry.timebox !== undefined && { timebox: calendar.dateOf(entry.timebox) }),
    ...(entry.due !== undefined && { due: calendar.dateOf(entry.due) }),
  };
}

function idFor(seed: number, title: string): string {
  return seededId(seededRandom(`${seed} id ${title}`));
}

function found<T>(thing: T | undefined, key: string): T {
  if (thing === undefined) {
    throw new Error(`No story has anything called “${key}”.`);
  }
  return thing;
}
