import type { SeededRandom } from '../seededRandom.ts';
import type { ChangedFiles } from './inventedProject.ts';

/** A commit that is still to be made. */
export interface InventedCommit {
  readonly author: string;
  /** When its author made it, since the epoch. */
  readonly seconds: number;
  readonly subject: string;
  readonly body?: string;
  readonly files: ChangedFiles;
}

const authors = ['Ada', 'Grace', 'Edsger', 'Barbara', 'Donald'];
const verbs = [
  'Add',
  'Drop',
  'Show',
  'Hide',
  'Keep',
  'Move',
  'Check',
  'Cache',
  'Sort',
  'Split',
  'Name',
  'Mend',
];
const nouns = [
  'baskets',
  'orders',
  'prices',
  'stock',
  'vouchers',
  'parcels',
  'refunds',
  'labels',
  'pages',
  'taxes',
];
const details = [
  'by day',
  'for guests',
  'in the mail',
  'at checkout',
  'of last week',
  'on small screens',
  'at night',
];
/** What people write again and again. */
const worn = ['Fix typo', 'wip', 'Update dependencies', 'Address review comments', 'Fix tests', 'Fix lint'];

/** The second at which all histories begin. */
export const beginning = Date.UTC(2026, 1, 2, 8, 0, 0) / 1000;

/** Who, when and in which words: some words come again, and a script commits twice in one second. */
export class InventedAuthors {
  readonly #random: SeededRandom;
  #seconds: number;

  constructor(random: SeededRandom, start = beginning) {
    this.#random = random;
    this.#seconds = start;
  }

  /** The moment that has come. */
  get now(): number {
    return this.#seconds;
  }

  next(files: ChangedFiles, subject = this.subject()): InventedCommit {
    this.#seconds += this.#random.chance(0.01) ? 0 : this.#random.between(40, 4000);
    const body = this.#random.chance(0.3) ? { body: this.#body() } : {};
    return { author: this.#random.pick(authors), seconds: this.#seconds, subject, files, ...body };
  }

  subject(): string {
    return this.#random.chance(0.06)
      ? this.#random.pick(worn)
      : [verbs, nouns, ['more', 'fewer', 'all', 'old', 'new', 'some'], details]
          .map((words) => this.#random.pick(words))
          .join(' ');
  }

  #body(): string {
    return `We had ${this.#random.between(2, 90)} ${this.#random.pick(nouns)} too many ${this.#random.pick(details)}.`;
  }
}
