import type { KeptPage } from '../../protocol/boardPanel.ts';
import {
  guestNameKey,
  type KeptRoom,
  keptRoomIn,
  keptRoomKey,
  keptRoomKeys,
} from '../../protocol/keptRoom.ts';
import { type Unsent, type UnsentCard, unsentIn } from '../board/unsentCards.ts';

// A state that is undefined would be no part of what is kept, which could then not be read.
const nothing: KeptRoom = { proof: '', state: null, typed: [], keys: [] };

/** Milliseconds after which a page that keeps nothing is taken for one that was closed. */
const awhile = 15 * 60_000;

/** Whatever keeps text by name: that of the browser, unless it may not. */
export interface TextStore extends Pick<Storage, 'getItem' | 'setItem'> {
  /** The names of all that is kept. */
  names(): readonly string[];
}

/** What this browser remembers of a room, so that a reload or a closed lid loses nothing. */
export class GuestMemory {
  readonly #store: TextStore;
  readonly #key: string;
  readonly #now: () => number;
  #kept: KeptRoom;

  /** @param now milliseconds since 1970 */
  constructor(store: TextStore, room: string, now: () => number = Date.now) {
    this.#store = store;
    this.#key = keptRoomKey(room);
    this.#now = now;
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

  get title(): string {
    return this.#kept.title ?? '';
  }

  /** What this room never got. */
  get unsent(): readonly UnsentCard[] {
    return unsentIn(this.#kept);
  }

  /** What other rooms never got: those that are over, and those that nobody here has been in for a while. */
  get unsentElsewhere(): readonly Unsent[] {
    return this.#left().map(({ kept }) => ({ title: kept.title ?? '', cards: unsentIn(kept) }));
  }

  /** It was sent somewhere else, or is not wanted any more. */
  forgetUnsentElsewhere(): void {
    for (const { key, kept } of this.#left()) {
      this.#set(key, JSON.stringify({ ...kept, state: null, typed: [] } satisfies KeptRoom));
    }
  }

  /** The name that was used last, in any room. */
  get name(): string {
    return this.#store.getItem(guestNameKey) ?? '';
  }

  rememberName(name: string): void {
    this.#set(guestNameKey, name);
  }

  keep(change: Partial<KeptRoom>): void {
    this.#kept = { ...this.#kept, ...change, at: this.#now() };
    this.#set(this.#key, JSON.stringify(this.#kept));
  }

  #left(): readonly { readonly key: string; readonly kept: KeptRoom }[] {
    return this.#store
      .names()
      .filter((key) => key.startsWith(keptRoomKeys) && key !== this.#key)
      .flatMap((key) => {
        const kept = keptRoomIn(this.#store.getItem(key) ?? '');
        const isLeft = kept?.over === true || (kept?.at ?? 0) < this.#now() - awhile;
        return kept !== undefined && isLeft && unsentIn(kept).length > 0 ? [{ key, kept }] : [];
      });
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
    return {
      getItem: (key) => store.getItem(key),
      setItem: (key, value) => store.setItem(key, value),
      names: () => Object.keys(store),
    };
  } catch {
    const texts = new Map<string, string>();
    return {
      getItem: (key) => texts.get(key) ?? null,
      setItem: (key, value) => void texts.set(key, value),
      names: () => [...texts.keys()],
    };
  }
}
