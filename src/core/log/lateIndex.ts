import type { Entry } from '../entries/entry.ts';
import { bodyOf } from '../format/entryBody.ts';
import type { Files } from '../ports/files.ts';

/** Something that is made from the texts of entries. */
export interface TextIndex {
  /** Takes an entry in, in place of what was known at its path. */
  put(entry: Entry, body: string): void;
  drop(path: string): void;
}

/** As much of a log as such an index is made from. */
export interface IndexedTexts {
  readonly files: Pick<Files, 'readMany'>;
  /** All that it is about, as it is now. */
  entries(): readonly Entry[];
  at(path: string): Entry | undefined;
}

/** An index of texts that is made when it is first asked for, and from then on reads what has changed. */
export class LateIndex<T extends TextIndex> {
  readonly #make: () => Promise<T>;
  readonly #texts: IndexedTexts;
  #made: Promise<T> | undefined;
  /** Files that it has not read as they are now. */
  readonly #unread = new Set<string>();
  #reading: Promise<void> = Promise.resolve();

  constructor(texts: IndexedTexts, make: () => Promise<T>) {
    this.#texts = texts;
    this.#make = make;
  }

  /** These files may have changed. */
  note(paths: readonly string[]): void {
    if (this.#made !== undefined) {
      paths.forEach((path) => this.#unread.add(path));
    }
  }

  /** The index, true to the files as they were noted last. */
  async current(): Promise<T> {
    if (this.#made === undefined) {
      this.#made = this.#make();
      this.note(this.#texts.entries().map(({ path }) => path));
    }
    const index = await this.#made;
    const turn = this.#reading.then(() => this.#read(index));
    this.#reading = turn.catch(() => undefined);
    await turn;
    return index;
  }

  async #read(index: T): Promise<void> {
    const paths = [...this.#unread];
    this.#unread.clear();
    await this.#texts.files.readMany(paths, (path, content) => {
      const entry = this.#texts.at(path);
      if (entry !== undefined && content.state === 'text') {
        index.put(entry, bodyOf(content.text));
      } else {
        index.drop(path);
      }
    });
  }
}
