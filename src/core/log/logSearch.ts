import MiniSearch from 'minisearch';
import type { Entry } from '../entries/entry.ts';

interface Searched {
  readonly path: string;
  readonly title: string;
  readonly body: string;
  readonly words: string;
}

/** A full-text index over titles, bodies, tags and people. A title counts most; a word's beginning is enough. */
export class LogSearch {
  readonly #index = new MiniSearch<Searched>({
    idField: 'path',
    fields: ['title', 'body', 'words'],
    tokenize: wordsOf,
  });

  /** Takes an entry in, in place of what was known at its path. */
  put(entry: Entry, body: string): void {
    this.drop(entry.path);
    const words = [...entry.tags, ...entry.people, entry.kind, entry.id].join(' ');
    this.#index.add({ path: entry.path, title: entry.title, body, words });
  }

  drop(path: string): void {
    if (this.#index.has(path)) {
      this.#index.discard(path);
    }
  }

  /** The paths of at most `limit` entries that hold all the words, best first. */
  find(words: string, limit: number): readonly string[] {
    const found = this.#index.search(words, {
      combineWith: 'AND',
      boost: { title: 3, words: 2 },
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    });
    return found.slice(0, limit).map((result) => result.id as string);
  }
}

/** Letters and digits make words, in any script; every other sign only stands between them. */
function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
}
