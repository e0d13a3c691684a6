import type { PathChange, ToldActivity } from '../git/activityLog.ts';
import { areaOf } from '../team/areaOf.ts';
import type { TeamSettings } from '../team/teamSettings.ts';
import type { CommitFact, FileFact, HistoryFacts, MentionFact } from './historyFacts.ts';
import { type Contact, isBot } from './isBot.ts';
import { dayReader } from './teamDay.ts';

/** What commits are read for. */
export interface GatherSettings {
  readonly team: TeamSettings;
  /** POSIX path of the log's root from the root of the work tree; `''` or with a slash at its end. */
  readonly prefix: string;
  /** The log's folder, POSIX, from the log's root. */
  readonly folder: string;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Writers = { readonly author: Contact; readonly coAuthors: readonly Contact[] };

/** Commits that touch more files than this change how the code is kept, not what is known of an area. */
const mostFiles = 100;

/**
 * Takes commits, newest first, and keeps of them what figures need: no paths but those of the log, so that what is
 * kept stays small beside the history. A file that was moved belongs to the area where it is today.
 */
export class HistoryGatherer {
  readonly #settings: GatherSettings;
  readonly #dayOf: (seconds: number) => string;
  /** Where files of that name are today, as far as newer commits moved them. */
  readonly #today = new Map<string, string>();
  readonly #words = new Map<string, string>();
  readonly #commits: { readonly fact: Omit<CommitFact, 'people'>; readonly by: Writers }[] = [];
  readonly #files = new Map<string, { by?: Writers; readonly days: string[] }>();
  readonly #mentions: { readonly id: string; readonly day: string; readonly by: Writers }[] = [];
  readonly #coAuthors = new Map<string, Contact>();

  constructor(settings: GatherSettings) {
    this.#settings = settings;
    this.#dayOf = dayReader(settings.team.timezone);
  }

  /** Co-authors as messages name them, each once: `.mailmap` has not been asked about them. */
  get coAuthors(): readonly Contact[] {
    return [...this.#coAuthors.values()];
  }

  take({ authored, author, coAuthors, mentions, changes }: ToldActivity): void {
    const day = this.#word(this.#dayOf(authored));
    const by: Writers = {
      author: { name: this.#word(author.name), address: this.#word(author.address) },
      coAuthors: coAuthors.map((one) => this.#coAuthor(one)),
    };
    const areas = this.#areasOf(changes, by, day);
    this.#commits.push({ fact: { day, areas, large: changes.length > mostFiles }, by });
    for (const id of mentions) {
      this.#mentions.push({ id: id.toLowerCase(), day, by });
    }
  }

  /**
   * All that was taken, with people told apart.
   *
   * @param mapped what `.mailmap` makes of each of `coAuthors`, in that order
   * @param me who a commit made now would be by, after `.mailmap`
   */
  facts(mapped: readonly Contact[], me?: Contact): HistoryFacts {
    const known = new Map<string, string>();
    const mappedBy = new Map([...this.#coAuthors.keys()].map((key, at) => [key, mapped[at]]));
    const person = (who: Contact): string | undefined => personOf(who, known);
    const peopleOf = ({ author, coAuthors }: Writers): readonly string[] => [
      ...new Set(
        [author, ...coAuthors.map((one) => mappedBy.get(keyOf(one)) ?? one)].flatMap(
          (one) => person(one) ?? [],
        ),
      ),
    ];
    const commits = this.#commits
      .map(({ fact, by }): CommitFact => ({ ...fact, people: peopleOf(by) }))
      .filter(({ people }) => people.length > 0);
    const files = new Map(
      [...this.#files].map(([path, { by, days }]): [string, FileFact] => [
        path,
        { people: by === undefined ? [] : peopleOf(by), days },
      ]),
    );
    const mentions = this.#mentions.map(
      ({ id, day, by }): MentionFact => ({ id, day, people: peopleOf(by) }),
    );
    const mine = me === undefined ? undefined : person(me);
    const facts: Writable<HistoryFacts> = { commits, known, files, mentions };
    if (mine !== undefined) {
      facts.me = mine;
    }
    return facts;
  }

  #areasOf(changes: readonly PathChange[], by: Writers, day: string): readonly string[] {
    const areas = new Set<string>();
    for (const change of withRenamedEntries(changes)) {
      const path = this.#pathToday(change);
      if (path === undefined) {
        continue;
      }
      if (path.startsWith(`${this.#settings.folder}/`)) {
        this.#noteFile(path, by, day);
      } else if (changes.length <= mostFiles) {
        areas.add(this.#word(areaOf(path, this.#settings.team)));
      }
    }
    return [...areas];
  }

  /** Where the file of a change is today, from the log's root; `undefined` where it is outside of that. */
  #pathToday({ path, from, did }: PathChange): string | undefined {
    const now = this.#today.get(path) ?? path;
    if (did === 'added' || did === 'moved') {
      // What had this name before was another file.
      this.#today.delete(path);
    }
    if (from !== undefined && from !== now) {
      this.#today.set(from, now);
    }
    const { prefix } = this.#settings;
    return now.startsWith(prefix) ? now.slice(prefix.length) : undefined;
  }

  /** Commits come newest first: whoever is noted last added the file. */
  #noteFile(path: string, by: Writers, day: string): void {
    const file = this.#files.get(path) ?? { days: [] };
    file.by = by;
    if (file.days.at(-1) !== day) {
      file.days.push(day);
    }
    this.#files.set(path, file);
  }

  #coAuthor(given: Contact): Contact {
    const key = keyOf(given);
    const known = this.#coAuthors.get(key) ?? given;
    this.#coAuthors.set(key, known);
    return known;
  }

  /** One copy of a text that comes a hundred thousand times. */
  #word(text: string): string {
    const known = this.#words.get(text);
    if (known === undefined) {
      this.#words.set(text, text);
    }
    return known ?? text;
  }
}

function keyOf({ name, address }: Contact): string {
  return `${name}\0${address}`;
}

/** The word for a person, who is then known by name and address; `undefined` for a program. */
function personOf(who: Contact, known: Map<string, string>): string | undefined {
  const name = who.name.trim().toLowerCase();
  const address = who.address.trim().toLowerCase();
  const word = address || name;
  if (word === '' || isBot(who)) {
    return undefined;
  }
  for (const spelling of [name, address].filter((text) => text !== '' && !known.has(text))) {
    known.set(spelling, word);
  }
  return word;
}

/** A file of which only the end of the name, its id, is the same was moved and changed at once. */
function withRenamedEntries(changes: readonly PathChange[]): readonly PathChange[] {
  const removed = new Map(
    changes.flatMap(({ did, path }) =>
      did === 'removed' && idAtEnd(path) !== undefined ? [[idAtEnd(path), path]] : [],
    ),
  );
  if (removed.size === 0) {
    return changes;
  }
  const renamed = changes.map((change): PathChange => {
    const from = change.did === 'added' ? removed.get(idAtEnd(change.path)) : undefined;
    return from === undefined ? change : { path: change.path, from, did: 'moved' };
  });
  const gone = new Set(renamed.flatMap(({ from }) => from ?? []));
  return renamed.filter(({ did, path }) => did !== 'removed' || !gone.has(path));
}

function idAtEnd(path: string): string | undefined {
  return /-([a-z0-9]{8})\.md$/.exec(path)?.[1];
}
