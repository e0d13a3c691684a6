import type { Files } from '../../core/ports/files.ts';
import {
  afterLogging,
  type DraftRecord,
  emptyDraft,
  isDraftRecord,
  newerRecord,
} from '../../protocol/draft.ts';

const file = 'draft.json';
const unreadable = 'draft-unreadable.json';
/** Milliseconds of quiet before what was typed is written. */
const quiet = 300;

/**
 * Keeps the record of the capture view in a file of the extension's storage, so that nothing typed is lost
 * with a window. Only a newer record takes the place of one that is kept.
 */
export class DraftStore {
  readonly #files: Promise<Files>;
  readonly #onFailure: (error: unknown) => void;
  #record: DraftRecord = { revision: 0, draft: emptyDraft('learning') };
  #loading: Promise<void> | undefined;
  #logging: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();

  /**
   * @param files of the storage folder, as soon as that is there
   * @param onFailure told why a record could not be read or written; it is still kept in memory
   */
  constructor(files: Promise<Files>, onFailure: (error: unknown) => void) {
    this.#files = files;
    this.#onFailure = onFailure;
  }

  /** The record as it is now, once what an earlier window kept has been read, and what is being logged is. */
  async record(): Promise<DraftRecord> {
    await this.#logging;
    return this.#loaded();
  }

  /** The draft is being logged: if that succeeds, what comes after it is kept. */
  logging<T>(log: Promise<T>): Promise<T> {
    const done = log.then(async (logged) => {
      this.keep(afterLogging(await this.#loaded()));
      return logged;
    });
    this.#logging = done.catch(() => undefined);
    return done;
  }

  /** Keeps a record, unless a newer one is kept already, and writes it when the typing pauses. */
  keep(record: DraftRecord): void {
    if (newerRecord(this.#record, record) !== record) {
      return;
    }
    this.#record = record;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), quiet);
  }

  /** Writes what is not written yet, now. Never rejects. */
  flush(): Promise<void> {
    if (this.#timer !== undefined) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#writing = this.#writing.then(() => this.#write());
    }
    return this.#writing;
  }

  async #loaded(): Promise<DraftRecord> {
    this.#loading ??= this.#load();
    await this.#loading;
    return this.#record;
  }

  async #write(): Promise<void> {
    const text = `${JSON.stringify(this.#record)}\n`;
    try {
      await (await this.#files).update(file, () => text);
    } catch (error) {
      this.#onFailure(error);
    }
  }

  async #load(): Promise<void> {
    try {
      const files = await this.#files;
      const content = await files.read(file);
      if (content.state !== 'text') {
        return;
      }
      const kept = parsed(content.text);
      if (isDraftRecord(kept)) {
        this.#record = newerRecord(this.#record, kept);
      } else {
        // Somebody's words may be in it.
        await files.update(unreadable, () => content.text);
      }
    } catch (error) {
      this.#onFailure(error);
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
