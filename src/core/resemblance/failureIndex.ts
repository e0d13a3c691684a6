import type { Entry } from '../entries/entry.ts';
import { put } from '../put.ts';
import { tagKey } from '../trends/part.ts';
import { tellingWords } from './tellingWords.ts';

/** What is told of something that went wrong. */
export interface Told {
  /** The title and what follows it. */
  readonly text: string;
  readonly tags: readonly string[];
  /** Paths in the code, POSIX, from the root of the repository. */
  readonly places: readonly string[];
}

/** Why something that is told is like an earlier failure. */
export interface Likeness {
  /** As the earlier one spells them. */
  readonly tags: readonly string[];
  readonly places: readonly string[];
  /** As they stand in what is told; those that fewest failures have first. */
  readonly words: readonly string[];
}

/** An earlier failure, by the path of its file. */
export interface Resemblance {
  readonly path: string;
  readonly likeness: Likeness;
}

/** A failure as it is kept: what it can be known by, and how that is written. */
interface Kept {
  readonly path: string;
  readonly traits: ReadonlyMap<string, string>;
}

/**
 * So many words that no other failure has must be shared, or what weighs as much: then two tell of the same on a
 * hand-made set of failures told twice and of strangers. See the test.
 */
const enough = 2.7;
/** A place in the code is shared by chance less often than a word is. */
const weightOfPlace = 1.5;
/** In a log of fewer failures each is weighed as if there were so many: else what came back would be common in it. */
const fewestWeighed = 50;
const mostWordsNamed = 3;

/**
 * Knows failures again by their words, tags and places in the code. What two texts share is weighed by how few failures
 * have it: by log(1 + (N − n + ½) ⁄ (n + ½)), where n of N failures do (Robertson and Spärck Jones, Relevance Weighting
 * of Search Terms, 1976, as in BM25). The sum is what they share, however much else either of them says. Unlike the
 * search, which finds the best there is, this has to know when to say nothing: so the sum is held against a fixed share
 * of the most that a word can weigh in this log.
 */
export class FailureIndex {
  readonly #kept = new Map<string, Kept>();
  readonly #byTrait = new Map<string, Kept[]>();

  /** Takes an entry in, in place of what was known at its path. Those that are no failures are passed over. */
  put(entry: Entry, body: string): void {
    this.drop(entry.path);
    if (entry.kind !== 'failure') {
      return;
    }
    const told = { text: `${entry.title}\n${body}`, tags: entry.tags, places: entry.code.map(pathOf) };
    const kept = { path: entry.path, traits: traitsOf(told) };
    this.#kept.set(entry.path, kept);
    for (const trait of kept.traits.keys()) {
      put(this.#byTrait, trait, kept);
    }
  }

  drop(path: string): void {
    const kept = this.#kept.get(path);
    this.#kept.delete(path);
    for (const trait of kept?.traits.keys() ?? []) {
      const others = (this.#byTrait.get(trait) ?? []).filter((one) => one !== kept);
      if (others.length === 0) {
        this.#byTrait.delete(trait);
      } else {
        this.#byTrait.set(trait, others);
      }
    }
  }

  /** The failures that resemble what is told, the most alike first; of those that are equally so, by path. */
  find(told: Told, limit: number): readonly Resemblance[] {
    const traits = traitsOf(told);
    const sums = new Map<Kept, number>();
    for (const trait of traits.keys()) {
      const holders = this.#byTrait.get(trait) ?? [];
      const weight = this.#weightOf(trait);
      for (const kept of holders) {
        sums.set(kept, (sums.get(kept) ?? 0) + weight);
      }
    }
    const least = enough * this.#rarity(1);
    return [...sums]
      .filter(([, sum]) => sum >= least)
      .sort(([a, one], [b, other]) => other - one || (a.path < b.path ? -1 : 1))
      .slice(0, limit)
      .map(([kept]) => ({ path: kept.path, likeness: this.#likeness(traits, kept) }));
  }

  #weightOf(trait: string): number {
    const weight = this.#rarity(this.#byTrait.get(trait)?.length ?? 0);
    return trait.startsWith('/') ? weightOfPlace * weight : weight;
  }

  /** How much it says that two failures share what so many have. */
  #rarity(holders: number): number {
    const all = Math.max(this.#kept.size, fewestWeighed);
    return Math.log(1 + (all - holders + 0.5) / (holders + 0.5));
  }

  #likeness(traits: ReadonlyMap<string, string>, { traits: earlier }: Kept): Likeness {
    const shared = [...traits.keys()].filter((trait) => earlier.has(trait));
    const named = (sign: string): readonly string[] =>
      shared.filter((trait) => trait.startsWith(sign)).map((trait) => earlier.get(trait) ?? '');
    const words = shared
      .filter((trait) => trait.startsWith(' '))
      .sort((a, b) => this.#weightOf(b) - this.#weightOf(a))
      .slice(0, mostWordsNamed)
      .map((trait) => traits.get(trait) ?? '');
    return { tags: named('#'), places: named('/'), words };
  }
}

/** What can be shared, each once: words behind a space, tags behind `#`, places behind `/`. */
function traitsOf({ text, tags, places }: Told): ReadonlyMap<string, string> {
  return new Map([
    ...[...tellingWords(text)].map(([root, word]): [string, string] => [` ${root}`, word]),
    ...tags.map((tag): [string, string] => [`#${tagKey(tag)}`, tag]),
    ...places.map((path): [string, string] => [`/${path}`, path]),
  ]);
}

function pathOf({ path }: { readonly path: string }): string {
  return path;
}
