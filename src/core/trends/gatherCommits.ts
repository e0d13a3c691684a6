import { addDays } from '../dates.ts';
import type { ToldCommit } from '../git/activityLog.ts';
import type { Contact } from './isBot.ts';
import { dayReader } from './teamDay.ts';

/** Everyone who wrote one commit. The same people are the same object, and so is each of them. */
export interface Writers {
  readonly author: Contact;
  readonly coAuthors: readonly Contact[];
}

/** A commit of which it is known who made it when. */
export interface GatheredCommit {
  /** ISO 8601 date, in the team's time zone. */
  readonly day: string;
  readonly by: Writers;
}

/** A commit whose message names an entry. */
export interface GatheredMention extends GatheredCommit {
  /** In lower case. */
  readonly id: string;
}

/** Takes all commits, newest first, and keeps of them who made them when. */
export class CommitGatherer {
  readonly commits: GatheredCommit[] = [];
  readonly mentions: GatheredMention[] = [];
  readonly #dayOf: (seconds: number) => string;
  readonly #contacts = new Map<string, Contact>();
  readonly #writers = new Map<string, Writers>();

  constructor(timezone: string) {
    this.#dayOf = dayReader(timezone);
  }

  /** Everybody, as commits and messages name them, each once. */
  get contacts(): readonly Contact[] {
    return [...this.#contacts.values()];
  }

  take({ authored, author, coAuthors, mentions }: ToldCommit): void {
    const commit = { day: this.#dayOf(authored), by: this.#writersOf(author, coAuthors) };
    this.commits.push(commit);
    for (const id of mentions) {
      this.mentions.push({ ...commit, id: id.toLowerCase() });
    }
  }

  /** How many of the newest have to be looked at, so that none from a day on is left out. */
  countSince(day: string): number {
    return this.commits.findLastIndex((commit) => commit.day >= day) + 1;
  }

  /** From which day on none is left out, where so many of the newest were looked at; `''`: all were. */
  sinceWhich(count: number): string {
    const left = this.commits.slice(count);
    return left.length === 0
      ? ''
      : addDays(
          left.reduce((last, { day }) => (day > last ? day : last), ''),
          1,
        );
  }

  #writersOf(author: Contact, coAuthors: readonly Contact[]): Writers {
    const key = [author, ...coAuthors].map(keyOf).join('\n');
    let writers = this.#writers.get(key);
    if (writers === undefined) {
      const known = (one: Contact): Contact => this.#contact(one);
      writers = { author: known(author), coAuthors: coAuthors.map(known) };
      this.#writers.set(key, writers);
    }
    return writers;
  }

  #contact(given: Contact): Contact {
    const key = keyOf(given);
    const known = this.#contacts.get(key) ?? given;
    this.#contacts.set(key, known);
    return known;
  }
}

function keyOf({ name, address }: Contact): string {
  return `${name}\0${address}`;
}
