import type { Entry } from '../entries/entry.ts';
import { type EntryKind, entryKinds } from '../entries/kinds.ts';
import type { Page } from '../format/parseFile.ts';
import type { Problem } from '../problem.ts';
import { defaultTeamSettings, type TeamSettings } from '../team/teamSettings.ts';
import { type CountedEntries, countedEntries } from './countedEntries.ts';
import { DatedList, type Order } from './datedList.ts';
import type { CommitFact, HistoryAnswer } from './historyFacts.ts';
import { IdLists } from './idLists.ts';
import { belongsTo, type Part } from './part.ts';
import { finish } from '../steps.ts';
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
  readonly pages: readonly Page[];
  readonly history: HistoryAnswer;
  readonly part: Part;
  readonly #counted: CountedEntries;
  #naming: IdLists<Entry> | undefined;
  readonly #kept = new Map<unknown, unknown>();

  /** @param counted those of the facts; default: they are counted now */
  constructor(facts: LogFacts, counted = finish(countedOf(facts))) {
    const { pages, history, part = {} } = facts;
    this.#counted = counted;
    this.pages = pages;
    this.history = history;
    this.part = part;
  }

  /** Those that count, of the whole log: what links lead to, and come from. */
  get whole(): readonly Entry[] {
    return this.#counted.whole;
  }

  /** Those that count and belong to the part. */
  get entries(): readonly Entry[] {
    return this.#counted.entries;
  }

  /** Those of the part that are of one kind. */
  entriesOf(kind: EntryKind): readonly Entry[] {
    return this.#counted.kinds.get(kind) ?? [];
  }

  /** Those of the whole log. */
  allOf(kind: EntryKind): readonly Entry[] {
    return this.#counted.wholeKinds.get(kind) ?? [];
  }

  /** That of the dates of the entries, as a whole and of each kind; absent where they are in none. */
  get order(): Order | undefined {
    return this.#counted.order;
  }

  /** Those of the whole log that name an entry, by its id. */
  get naming(): Pick<IdLists<Entry>, 'get'> {
    this.#naming ??= naming(this.#counted.linking);
    return this.#naming;
  }

  /** What was left out. */
  get notes(): readonly Note[] {
    return this.#counted.notes;
  }

  /** What `make` makes of this log; it is made when it is first asked for. */
  kept<T>(make: (log: Timeline) => T): T {
    if (!this.#kept.has(make)) {
      this.#kept.set(make, make(this));
    }
    return this.#kept.get(make) as T;
  }
}

/**
 * The same in steps, for whoever has to let others have their turn in between. It is true of the log as it was at the
 * first of them.
 */
export function* timelineInSteps(facts: LogFacts): Generator<void, Timeline> {
  const kept = { ...facts, entries: [...facts.entries] };
  return new Timeline(kept, yield* countedOf(kept));
}

function countedOf({
  entries,
  problems,
  part = {},
  team = defaultTeamSettings,
}: LogFacts): Generator<void, CountedEntries> {
  const isPart = part.tag !== undefined || part.area !== undefined;
  return countedEntries(entries, problems, isPart ? belongsTo(part, team) : undefined);
}

function naming(linking: readonly Entry[]): IdLists<Entry> {
  const naming = new IdLists<Entry>();
  for (const entry of linking) {
    entry.links.forEach((id) => naming.add(id, entry));
  }
  return naming;
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
export function byKind(log: Timeline): ReadonlyMap<EntryKind, DatedList<Entry>> {
  return new Map(
    entryKinds.map((kind) => [kind, new DatedList(log.entriesOf(kind), ({ date }) => date, log.order)]),
  );
}

/** The entries of a part by their date. */
export function byDate({ entries, order }: Timeline): DatedList<Entry> {
  return new DatedList(entries, ({ date }) => date, order);
}

/** When the minutes of a meeting first list a file, by its path. */
export function minutedOn({ pages }: Timeline): ReadonlyMap<string, string> {
  const minuted = new Map<string, string>();
  for (const { date, minuted: paths = [] } of pages) {
    for (const path of paths) {
      const known = minuted.get(path);
      minuted.set(path, known === undefined || date < known ? date : known);
    }
  }
  return minuted;
}

/** Every commit, whatever part figures are about; none where the history cannot be told. */
export function allCommits({ history }: Timeline): DatedList<CommitFact> {
  return history.state === 'ok' ? history.facts.commits : new DatedList<CommitFact>([], ({ day }) => day);
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
