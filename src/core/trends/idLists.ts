import { idHash, idKey, idPlaces } from './idKey.ts';

/**
 * Things by an id, upper and lower case alike. There may be very many of which few are asked for: numbers lead to
 * them, which are made much faster than a list for each id.
 */
export class IdLists<T> {
  readonly #ids: string[] = [];
  readonly #things: T[] = [];
  #chains: Chains | undefined;

  /** Adds a thing to those of an id. */
  add(id: string, thing: T): void {
    this.#ids.push(id);
    this.#things.push(thing);
    this.#chains = undefined;
  }

  /** All of an id, in the order in which they were added. */
  get(id: string): readonly T[] {
    this.#chains ??= chainsOf(this.#ids);
    const { hashes, firsts, nexts } = this.#chains;
    const hash = idHash(id);
    const found: T[] = [];
    for (let at = firsts[hash & (firsts.length - 1)]; at; at = nexts[at - 1]) {
      if (hashes[at - 1] === hash && idKey(this.#ids[at - 1] ?? '') === idKey(id)) {
        found.push(this.#things[at - 1] as T);
      }
    }
    return found;
  }
}

/** Where ids are, counted from 1: the first at each place of a table, and the next at the place of each. */
interface Chains {
  readonly hashes: Int32Array;
  readonly firsts: Int32Array;
  readonly nexts: Int32Array;
}

function chainsOf(ids: readonly string[]): Chains {
  const hashes = new Int32Array(ids.length);
  const firsts = new Int32Array(idPlaces(ids.length));
  const nexts = new Int32Array(ids.length);
  for (let at = ids.length; at > 0; at -= 1) {
    const hash = idHash(ids[at - 1] ?? '');
    const place = hash & (firsts.length - 1);
    hashes[at - 1] = hash;
    nexts[at - 1] = firsts[place] ?? 0;
    firsts[place] = at;
  }
  return { hashes, firsts, nexts };
}
