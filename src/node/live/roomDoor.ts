/** Somebody with an invitation who is to be let in. */
export interface WaitingGuest {
  readonly id: string;
  readonly name: string;
}

/** What whoever leads the room says of somebody who waits. */
export type DoorDecision = 'admit' | 'turnAway';

/**
 * Who waits to come into a room, and who is in it, at whichever process they are connected. What is told of other
 * processes is as they said a moment ago; of one that died it is forgotten.
 */
export interface RoomDoor {
  /** Who waits anywhere, longest first. */
  readonly waiting: readonly WaitingGuest[];

  /**
   * Somebody waits here. It is told once what was decided, wherever that was, unless they leave before. Where that could
   * not be done, they wait on.
   */
  ask(guest: WaitingGuest, decided: (decision: DoorDecision) => Promise<void>): void;

  /** They wait here no more. */
  leave(guest: string): void;

  /**
   * Says what becomes of somebody, wherever they wait. The first who says so is heeded; whoever has left is not missed.
   *
   * @throws RetroError `cannot-write` where it may not have been heard; what `decided` of this process throws
   */
  decide(guest: string, decision: DoorDecision): Promise<void>;

  /** Which of the people of the room are connected here now. */
  setInside(people: readonly string[]): void;

  /** Whether one of the people of the room is connected at another process. */
  isElsewhere(person: string): boolean;

  /** Calls back when others wait, or others are elsewhere. Returns what ends that. */
  onDidChange(listener: () => void): () => void;

  /** Nobody waits here any more, and nobody is in here. */
  close(): Promise<void>;
}
