import type { Files } from '../../core/ports/files.ts';
import { isKeptPage, type KeptPage } from '../../protocol/boardPanel.ts';

/**
 * Keeps what a board's page holds and the board does not, in a file of the extension's storage: half a thought in
 * a field, and the secrets of anonymous cards. Those are kept in the order of their letters, which says nothing
 * about the order in which the cards were written.
 */
export class PageMemory {
  readonly #files: Files;
  readonly #path: string;
  readonly #onFailure: (error: unknown) => void;
  #kept: KeptPage = { typed: [], keys: [] };
  #loading: Promise<void> | undefined;
  #written: KeptPage = this.#kept;
  #writing: Promise<void> | undefined;

  /**
   * @param path of its file, in `files`
   * @param onFailure told why it could not be read or written; it is still kept in memory
   */
  constructor(files: Files, path: string, onFailure: (error: unknown) => void) {
    this.#files = files;
    this.#path = path;
    this.#onFailure = onFailure;
  }

  /** What is kept, once what an earlier window kept has been read. */
  async kept(): Promise<KeptPage> {
    this.#loading ??= this.#load();
    await this.#loading;
    return this.#kept;
  }

  get keys(): readonly string[] {
    return this.#kept.keys.map(([, key]) => key);
  }

  addKey(card: string, key: string): void {
    this.keep({ ...this.#kept, keys: [...this.#kept.keys, [card, key]] });
  }

  /** Keeps what the page says now. The page itself waits until the typing pauses. */
  keep({ typed, keys }: KeptPage): void {
    const all = new Map([...this.#kept.keys, ...keys]);
    const kept: KeptPage = { typed, keys: [...all].sort(([, a], [, b]) => (a < b ? -1 : 1)) };
    if (JSON.stringify(kept) !== JSON.stringify(this.#kept)) {
      this.#kept = kept;
      void this.flush();
    }
  }

  /** Resolves when all is written. Never rejects. */
  flush(): Promise<void> {
    if (this.#written !== this.#kept) {
      this.#writing ??= this.#write();
    }
    return this.#writing ?? Promise.resolve();
  }

  async #write(): Promise<void> {
    while (this.#written !== this.#kept) {
      this.#written = this.#kept;
      const text = `${JSON.stringify(this.#kept)}\n`;
      await this.#files.update(this.#path, () => text).catch(this.#onFailure);
    }
    this.#writing = undefined;
  }

  async #load(): Promise<void> {
    try {
      const content = await this.#files.read(this.#path);
      const kept: unknown = content.state === 'text' ? JSON.parse(content.text) : undefined;
      if (isKeptPage(kept)) {
        this.#kept = kept;
        this.#written = kept;
      }
    } catch (error) {
      this.#onFailure(error);
    }
  }
}
