import { liveCloses } from '../../protocol/liveRoom.ts';
import type { Person, RoomSocket } from './person.ts';
import type { RoomPeople } from './roomPeople.ts';
import type { DoorDecision, RoomDoor } from './roomDoor.ts';

/** Somebody who waits at this process. */
export interface Waiting {
  readonly name: string;
  readonly socket: RoomSocket;
  readonly admit: (person: Person) => void;
}

/** What a room does about its door. */
export interface EntranceParts {
  readonly door: RoomDoor;
  /** Somebody who waits here was admitted; where it throws, they wait on. */
  readonly letIn: (waiting: Waiting) => Promise<void>;
  /** Others wait now; and some were connected at another process until now. */
  readonly changed: (gone: readonly string[]) => void;
}

/** This process at the door of a room: the connections that wait here, and who of its people is elsewhere. */
export class RoomEntrance {
  readonly #parts: EntranceParts;
  readonly #waiting = new Map<string, Waiting>();
  readonly #people: RoomPeople;
  readonly #stop: () => void;
  #elsewhere: readonly string[] = [];

  constructor(people: RoomPeople, parts: EntranceParts) {
    this.#people = people;
    this.#parts = parts;
    this.#stop = parts.door.onDidChange(() => this.#changed());
  }

  /** How many connections wait here. */
  get count(): number {
    return this.#waiting.size;
  }

  ask(id: string, waiting: Waiting): void {
    this.#waiting.set(id, waiting);
    this.#parts.door.ask({ id, name: waiting.name }, (decision) => this.#decided(id, decision));
  }

  /** A connection is gone. */
  leave(socket: RoomSocket): void {
    for (const [id, waiting] of this.#waiting) {
      if (waiting.socket === socket) {
        this.#waiting.delete(id);
        this.#parts.door.leave(id);
      }
    }
  }

  /** Somebody came in here, or left. */
  sayWhoIsIn(): void {
    this.#parts.door.setInside(this.#people.connected.map(({ id }) => id));
  }

  sendAway(code: number): void {
    this.#waiting.forEach(({ socket }) => socket.close(code));
  }

  async close(): Promise<void> {
    this.#stop();
    await this.#parts.door.close();
  }

  async #decided(id: string, decision: DoorDecision): Promise<void> {
    const waiting = this.#waiting.get(id);
    if (waiting !== undefined && decision === 'admit') {
      await this.#parts.letIn(waiting);
    }
    this.#waiting.delete(id);
    if (decision === 'turnAway') {
      waiting?.socket.close(liveCloses.turnedAway);
    }
  }

  #changed(): void {
    const before = this.#elsewhere;
    this.#elsewhere = [...this.#people.byId.keys()].filter((id) => this.#parts.door.isElsewhere(id));
    this.#parts.changed(before.filter((id) => !this.#elsewhere.includes(id)));
  }
}
