import { isAnything, listOf, shape, text } from '../../protocol/guard.ts';
import { type KeptPage, isKeptPage } from '../../protocol/boardPanel.ts';

/** What a browser keeps of one room. */
interface Kept extends KeptPage {
  /** What lets this person in again; empty for nothing. */
  readonly proof: string;
  /** What the page of the board keeps: what was asked for and not answered. */
  readonly state: unknown;
}

const isKept = shape({
  proof: text(64),
  state: isAnything,
  typed: listOf(isAnything, 2000),
  keys: listOf(isAnything, 5000),
});

const nothing: Kept = { proof: '', state: undefined, typed: [], keys: [] };
const nameKey = 'retrolog.name';

/** Whatever keeps text by name: that of the browser, unless it may not. */
export type TextStore = Pick<Storage, 'getItem' | 'setItem'>;

/** What this browser remembers of a room, so that a reload or a closed lid loses nothing. */
export class GuestMemory {
  readonly #store: TextStore;
  readonly #key: string;
  #kept: Kept;

  constructor(store: TextStore, room: string) {
    this.#store = store;
    this.#key = `retrolog.room.${room}`;
    this.#kept = keptIn(store.getItem(this.#key));
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
    return this.#store.getItem(nameKey) ?? '';
  }

  rememberName(name: string): void {
    this.#set(nameKey, name);
  }

  keep(change: Partial<Kept>): void {
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

function keptIn(text: string | null): Kept {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (!isKept(value)) {
      return nothing;
    }
    const { typed, keys, ...rest } = value;
    const page = { typed, keys };
    return { ...rest, ...(isKeptPage(page) ? page : { typed: [], keys: [] }) };
  } catch {
    return nothing;
  }
}

/** The store of the browser, or one in memory where it may not be used. */
export function browserStore(): TextStore {
  try {
    const store = window.localStorage;
    store.getItem(nameKey);
    return store;
  } catch {
    const texts = new Map<string, string>();
    return {
      getItem: (key) => texts.get(key) ?? null,
      setItem: (key, value) => void texts.set(key, value),
    };
  }
}
