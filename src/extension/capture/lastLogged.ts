import { UpdateQueue } from '../../node/files/updateQueue.ts';

/** The entry that was logged last, as it has to be to be taken back. What is done to its file is done by turns. */
export class LastLogged<E extends { readonly id: string }> {
  #entry: E | undefined;
  readonly #turns = new UpdateQueue();

  set(entry: E): void {
    this.#entry = entry;
  }

  /**
   * Writes into the file of an entry, also of one that is not the last.
   *
   * @param write gives the entry as it is then, or nothing where it is as before
   */
  complete(id: string, write: () => Promise<E | undefined>): Promise<void> {
    return this.#turns.run(id, async () => {
      const entry = await write();
      if (entry !== undefined && this.#entry?.id === id) {
        this.#entry = entry;
      }
    });
  }

  /** @param take is given the entry, or nothing where it is not the last */
  takeBack(id: string, take: (entry: E | undefined) => Promise<void>): Promise<void> {
    return this.#turns.run(id, async () => {
      const entry = this.#entry?.id === id ? this.#entry : undefined;
      await take(entry);
      this.#entry = this.#entry === entry ? undefined : this.#entry;
    });
  }
}
