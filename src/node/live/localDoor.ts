import type { DoorDecision, RoomDoor, WaitingGuest } from './roomDoor.ts';

interface Waiting {
  readonly guest: WaitingGuest;
  readonly decided: (decision: DoorDecision) => Promise<void>;
}

/** The door of a room that one process has for itself. */
export class LocalDoor implements RoomDoor {
  readonly #waiting = new Map<string, Waiting>();
  readonly #listeners = new Set<() => void>();

  get waiting(): readonly WaitingGuest[] {
    return [...this.#waiting.values()].map(({ guest }) => guest);
  }

  ask(guest: WaitingGuest, decided: Waiting['decided']): void {
    this.#waiting.set(guest.id, { guest, decided });
    this.#tell();
  }

  leave(guest: string): void {
    if (this.#waiting.delete(guest)) {
      this.#tell();
    }
  }

  async decide(guest: string, decision: DoorDecision): Promise<void> {
    const found = this.#waiting.get(guest);
    this.leave(guest);
    try {
      await found?.decided(decision);
    } catch (error) {
      this.#waiting.set(guest, found as Waiting);
      this.#tell();
      throw error;
    }
  }

  setInside(): void {
    // Nobody else asks.
  }

  isElsewhere(): boolean {
    return false;
  }

  onDidChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#waiting.clear();
    this.#listeners.clear();
  }

  #tell(): void {
    this.#listeners.forEach((listener) => listener());
  }
}
