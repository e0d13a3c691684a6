import { DatedList } from './datedList.ts';
import type { ChangeGatherer } from './gatherChanges.ts';
import type { CommitGatherer, Writers } from './gatherCommits.ts';
import type { CommitFact, FileFact, HistoryFacts } from './historyFacts.ts';
import { type Contact, isBot } from './isBot.ts';

/** Everything that facts are made of. */
export interface Gathered {
  readonly commits: CommitGatherer;
  readonly changes: ChangeGatherer;
  /** What `.mailmap` makes of each of the contacts of `commits`, in that order. */
  readonly mapped: readonly Contact[];
  /** Who a commit made now would be by, after `.mailmap`. */
  readonly me?: Contact | undefined;
  /** The day from which on changes were taken; `''`: all of them. */
  readonly since: string;
  /** The files of the log that are committed, from its root. */
  readonly committed: Iterable<string>;
}

const unread: FileFact = { people: [], days: [], earlier: true };

/** Tells people apart. */
export function gatheredFacts({ commits, changes, mapped, me, since, committed }: Gathered): HistoryFacts {
  const known = new Map<string, string>();
  const person = new Map(commits.contacts.map((one, at) => [one, personOf(mapped[at] ?? one, known)]));
  const peopleOf = remembered(({ author, coAuthors }: Writers) => [
    ...new Set([author, ...coAuthors].flatMap((one) => person.get(one) ?? [])),
  ]);
  const mine = me && personOf(me, known);
  // A file that is not in the answer is not committed: one that was not read about has to be in it.
  const files = new Map<string, FileFact>();
  for (const path of committed) {
    files.set(path, unread);
  }
  for (const [path, { by, touchedBy, days }] of changes.files) {
    const adder = by ?? (since === '' ? touchedBy : undefined);
    files.set(path, adder === undefined ? { ...unread, days } : { people: peopleOf(adder), days });
  }
  const told = commits.commits.flatMap(({ day, by }, at): CommitFact[] => {
    const people = peopleOf(by);
    return people.length === 0 ? [] : [{ day, people, areas: changes.areas[at] ?? [] }];
  });
  return {
    commits: new DatedList(told, ({ day }) => day),
    known,
    files,
    mentions: commits.mentions.map(({ id, day, by }) => ({ id, day, people: peopleOf(by) })),
    since,
    ...(mine === undefined ? {} : { me: mine }),
  };
}

function remembered<K, T>(of: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    const value = known.get(key) ?? of(key);
    known.set(key, value);
    return value;
  };
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
