/**
 * Whose the secrets of anonymous cards are where several people write at one screen, so that each sees their own
 * hidden cards and nobody else's. It is held in memory alone: written down, it would say who wrote what. What it
 * has forgotten belongs to nobody, unless one person alone was ever there; those cards are seen at the reveal.
 */
export class SeatKeys {
  readonly #keys = new Map<string, Set<string>>();

  /** @param seat id of the participant who has the keyboard */
  add(seat: string, keys: readonly string[]): void {
    this.#keys.set(seat, new Set([...this.of(seat), ...keys]));
  }

  /** The secrets that the person at a seat can use. */
  of(seat: string): readonly string[] {
    return [...(this.#keys.get(seat) ?? [])];
  }
}
