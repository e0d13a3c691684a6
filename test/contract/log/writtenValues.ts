/**
 * What several people wrote into the same places, and which values each took the place of knowingly: because its
 * writer saw the other, or because somebody chose between two. What neither stands nor was replaced so is lost.
 */
export class WrittenValues {
  readonly #of = new Map<string, string[]>();
  readonly #over = new Map<string, Set<string>>();

  get places(): readonly string[] {
    return [...this.#of.keys()];
  }

  /** Somebody wrote a value, which is like no other, where `before` stood. */
  write(place: string, value: string, before?: string): void {
    this.#of.set(place, [...this.in(place), value]);
    this.choose([value], before === undefined ? [] : [before]);
  }

  /** All that were ever written into a place. */
  in(place: string): readonly string[] {
    return this.#of.get(place) ?? [];
  }

  /** Somebody who saw all of them kept some. */
  choose(kept: readonly string[], dropped: readonly string[]): void {
    for (const value of kept) {
      this.#over.set(value, new Set([...(this.#over.get(value) ?? []), ...dropped]));
    }
  }

  lost(place: string, standing: readonly string[]): readonly string[] {
    const known = new Set<string>();
    const next = [...standing];
    for (let value = next.pop(); value !== undefined; value = next.pop()) {
      if (!known.has(value)) {
        known.add(value);
        next.push(...(this.#over.get(value) ?? []));
      }
    }
    return this.in(place).filter((value) => !known.has(value));
  }
}
