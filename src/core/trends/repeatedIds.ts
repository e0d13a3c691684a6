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

  /** Takes the entries from one place to before another; those before them were taken, each once. */
  take(from: number, to: number): void {
    for (let at = from; at < to; at += 1) {
      if (this.#names !== undefined) {
        this.#takeName(at);
      } else if (!this.#takeHash(at)) {
        this.#names = new Set();
        for (let before = 0; before <= at; before += 1) {
          this.#takeName(before);
        }
      }
    }
  }

  /** Whether that took no more steps than it should. */
  #takeHash(at: number): boolean {
    const hashes = this.#hashes;
    const places = this.#places;
    const id = this.#idAt(at);
    const hash = idHash(id);
    hashes[at] = hash;
    let place = hash & (places.length - 1);
    for (let steps = 0; steps <= mostSteps; steps += 1) {
      const other = places[place] ?? 0;
      if (other === 0) {
        places[place] = at + 1;
        return true;
      }
      if (hashes[other - 1] === hash && idKey(this.#idAt(other - 1)) === idKey(id)) {
        this.found.add(idKey(id));
        return true;
      }
      place = (place + 1) & (places.length - 1);
    }
    return false;
  }

  #takeName(at: number): void {
    const key = idKey(this.#idAt(at));
    const known = this.#names?.size;
    if (this.#names?.add(key).size === known) {
      this.found.add(key);
    }
  }

  #idAt(at: number): string {
    return this.#entries[at]?.id ?? '';
  }
}
