import type { Entry } from '../entries/entry.ts';
import type { EntryKind } from '../entries/kinds.ts';
import type { Page } from '../format/parseFile.ts';
import type { Problem } from '../problem.ts';
import { defaultTeamSettings, type TeamSettings } from '../team/teamSettings.ts';
import { countedEntries } from './countedEntries.ts';
import { DatedList, put } from './datedList.ts';
import type { CommitFact, HistoryAnswer } from './historyFacts.ts';
import { belongsTo, type Part } from './part.ts';
import type { Note } from './trends.ts';

/** What figures are made from. Its order does not matter. */
export interface LogFacts {
  readonly entries: readonly Entry[];
  readonly pages: readonly Page[];
  readonly problems: readonly Problem[];
  readonly history: HistoryAnswer;
  /** Default: all of the log. */
  readonly part?: Part;
  /** Where areas are; default: as without a `retro.yml`. */
  readonly team?: TeamSettings;
}

/**
 * A log laid out by days, once, so that any figure at any day is made without looking at the rest. It is true of
 * the facts that it was made from and does not change.
 */
export class Timeline {
  /** Those that count, of the whole log: what links lead to, and come from. */
  readonly whole: readonly Entry[];
  /** Those that count and belong to the part. */
  readonly entries: readonly Entry[];
  readonly pages: readonly Page[];
  readonly history: HistoryAnswer;
  readonly part: Part;
  /** What was left out. */
  readonly notes: readonly Note[];
  readonly #kept = new Map<unknown, unknown>();

  constructor({ entries, pages, problems, history, part = {}, team = defaultTeamSettings }: LogFacts) {
    const isPart = part.tag !== undefined || part.area !== undefined;
    const belongs = isPart ? belongsTo(part, team) : () => true;
    const counted = countedEntries(entries, problems, belongs);
    this.whole = counted.entries;
    this.entries = isPart ? counted.entries.filter(belongs) : counted.entries;
    this.pages = pages;
    this.history = history;
    this.part = part;
    this.notes = counted.notes;
  }

  /** What `make` makes of this log; it is made when it is first asked for. */
  kept<T>(make: (log: Timeline) => T): T {
    if (!this.#kept.has(make)) {
      this.#kept.set(make, make(this));
    }
    return this.#kept.get(make) as T;
  }
}

/** The same function, which finds what it found before for the same thing. */
export function remembering<T extends object, R>(find: (thing: T) => R): (thing: T) => R {
  const found = new Map<T, R>();
  return (thing) => {
    const known = found.get(thing);
    if (known !== undefined || found.has(thing)) {
      return known as R;
    }
    const result = find(thing);
    found.set(thing, result);
    return result;
  };
}

/** The first day of which the log tells anything; `undefined` for an empty one. */
export function firstDay({ whole, pages }: Timeline): string | undefined {
  let first: string | undefined;
  for (const dated of [whole, pages]) {
    for (const { date } of dated) {
      first = first === undefined || date < first ? date : first;
    }
  }
  return first;
}

/** The entries of a part by their kind, and by their date. */
export function byKind({ entries }: Timeline): ReadonlyMap<EntryKind, DatedList<Entry>> {
  const kinds = new Map<EntryKind, Entry[]>();
  for (const entry of entries) {
    put(kinds, entry.kind as EntryKind, entry);
  }
  return new Map([...kinds].map(([kind, some]) => [kind, new DatedList(some, ({ date }) => date)]));
}

/** Every commit, whatever part figures are about; none where the history cannot be told. */
export function allCommits({ history }: Timeline): DatedList<CommitFact> {
  return new DatedList(history.state === 'ok' ? history.facts.commits : [], ({ day }) => day);
}

/** The commits that touch the area, or all. */
export function commitsByDay(log: Timeline): DatedList<CommitFact> {
  const { area } = log.part;
  const { all } = log.kept(allCommits);
  return area === undefined
    ? log.kept(allCommits)
    : new DatedList(
        all.filter(({ areas }) => areas.includes(area)),
        ({ day }) => day,
      );
}
