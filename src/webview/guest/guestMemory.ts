import type { KeptPage } from '../../protocol/boardPanel.ts';
import { guestNameKey, type KeptRoom, keptRoomIn, keptRoomKey } from '../../protocol/keptRoom.ts';

const nothing: KeptRoom = { proof: '', state: undefined, typed: [], keys: [] };

/** Whatever keeps text by name: that of the browser, unless it may not. */
export type TextStore = Pick<Storage, 'getItem' | 'setItem'>;

/** What this browser remembers of a room, so that a reload or a closed lid loses nothing. */
export class GuestMemory {
  readonly #store: TextStore;
  readonly #key: string;
  #kept: KeptRoom;

  constructor(store: TextStore, room: string) {
    this.#store = store;
    this.#key = keptRoomKey(room);
    this.#kept = keptRoomIn(store.getItem(this.#key) ?? '') ?? nothing;
  }

  get proof(): string {
    return this.#kept.proof;
  }

  get state(): unknown {
    return this.#kept.state;
  }

  get page(): KeptPage {
    const { typed, keys } = this.#kept;
    return { typed, keys };
  }

  /** The name that was used last, in any room. */
  get name(): string {
    return this.#store.getItem(guestNameKey) ?? '';
  }

  rememberName(name: string): void {
    this.#set(guestNameKey, name);
  }

  keep(change: Partial<KeptRoom>): void {
    this.#kept = { ...this.#kept, ...change };
    this.#set(this.#key, JSON.stringify(this.#kept));
  }

  /** A full or forbidden store is no reason to stop: then it is in memory alone. */
  #set(key: string, value: string): void {
    try {
      this.#store.setItem(key, value);
    } catch {
      // What cannot be kept is lost with the page, and nothing else.
    }
  }
}

/** The store of the browser, or one in memory where it may not be used. */
export function browserStore(): TextStore {
  try {
    const store = window.localStorage;
    store.getItem(guestNameKey);
    return store;
  } catch {
    const texts = new Map<string, string>();
    return {
      getItem: (key) => texts.get(key) ?? null,
      setItem: (key, value) => void texts.set(key, value),
    };
  }
}
