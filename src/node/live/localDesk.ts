import type { DeedType } from '../../core/board/intent.ts';
import type { DeskChange, DeskFacts, DeskWork, Errand, Errands, RoomDesk } from './roomDesk.ts';

/** The desk of a room that one process has for itself. */
export class LocalDesk implements RoomDesk {
  readonly #work: DeskWork;

  private constructor(work: DeskWork) {
    this.#work = work;
  }

  static async open(work: DeskWork): Promise<LocalDesk> {
    await work.takeOver();
    return new LocalDesk(work);
  }

  get facts(): DeskFacts {
    return this.#work.facts;
  }

  run<E extends Errand>(errand: E, asks: Errands[E]['asks']): Promise<Errands[E]['answer']> {
    return this.#work.run(errand, asks);
  }

  changed(deed: DeedType): void {
    this.#work.changed(deed);
  }

  forget(participant: string): void {
    this.#work.forget(participant);
  }

  onDidChange(listener: (what: DeskChange) => void): () => void {
    return this.#work.onDidChange(listener);
  }

  flush(): Promise<void> {
    return this.#work.flush();
  }

  async close(): Promise<void> {
    await this.#work.flush();
    this.#work.giveUp();
  }
}
