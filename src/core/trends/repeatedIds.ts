import type { Entry } from '../entries/entry.ts';
import { idHash, idKey, idPlaces } from './idKey.ts';

/** More steps than this to a free place are a sign of ids that were chosen to be slow. */
const mostSteps = 64;

/**
 * Finds the ids that more than one of some entries has. Hardly any log has one, yet it takes a look at every entry to
 * know, each time that figures are made: a table of numbers does that without keeping anything.
 */
export class RepeatedIds {
  /** The ids that came a second time, as `idKey` has them. */
  readonly found = new Set<string>();
  readonly #entries: readonly Entry[];
  readonly #hashes: Int32Array;
  readonly #places: Int32Array;
  #names: Set<string> | undefined;

  /** @param entries all that will be taken */
  constructor(entries: readonly Entry[]) {
    this.#entries = entries;
    this.#hashes = new Int32Array(entries.length);
    this.#places = new Int32Array(idPlaces(entries.length));
  }

  /** Takes the entry at a place; those before it were taken, each once. */
  take(at: number): void {
    const id = this.#idAt(at);
    if (this.#names !== undefined) {
      this.#takeName(id);
      return;
    }
    const [hashes, places] = [this.#hashes, this.#places];
    const mask = places.length - 1;
    const hash = idHash(id);
    hashes[at] = hash;
    let place = hash & mask;
    for (let steps = 0, other = places[place]; other; other = places[place]) {
      if (hashes[other - 1] === hash && idKey(this.#idAt(other - 1)) === idKey(id)) {
        this.found.add(idKey(id));
        return;
      }
      steps += 1;
      if (steps > mostSteps) {
        this.#names = new Set();
        for (let before = 0; before <= at; before += 1) {
          this.#takeName(this.#idAt(before));
        }
        return;
      }
      place = (place + 1) & mask;
    }
    places[place] = at + 1;
  }

  #idAt(at: number): string {
    return this.#entries[at]?.id ?? '';
  }

  #takeName(id: string): void {
    const key = idKey(id);
    const known = this.#names?.size;
    if (this.#names?.add(key).size === known) {
      this.found.add(key);
    }
  }
}
