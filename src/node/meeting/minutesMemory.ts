import type { Files } from '../../core/ports/files.ts';
import { listOf, shape, text } from '../../protocol/guard.ts';

const isMemory = shape({ texts: listOf(text(4_000_000), 2) }, { ours: text(4_000_000) });

/**
 * What was written of the minutes of one meeting, kept in the extension's storage: after a crash it tells our own
 * words from somebody else's.
 */
export class MinutesMemory {
  readonly #files: Files;
  readonly #path: string;
  /** The text that was written last; `undefined` where none was. */
  written: string | undefined;
  /** What of it is ours, where words of somebody else are in it. */
  ours: string | undefined;
  #next: string | undefined;

  /** @param path of its file, in `files` */
  constructor(files: Files, path: string) {
    this.#files = files;
    this.#path = path;
  }

  /** Reads what an earlier window wrote. */
  async load(): Promise<void> {
    const content = await this.#files.read(this.#path);
    const memory = content.state === 'text' ? parsed(content.text) : undefined;
    if (isMemory(memory)) {
      [this.written, this.#next] = memory.texts;
      this.ours = memory.ours;
    }
  }

  /** Whether a text is what we wrote, or were writing when the program ended. */
  isOurs(content: string): boolean {
    return content === this.written || content === this.#next;
  }

  /** Kept before the file is written, so that either text can be known for ours. */
  async aboutToWrite(next: string): Promise<void> {
    this.#next = next;
    const texts = this.written === undefined ? [next] : [this.written, next];
    const memory = { texts, ...(this.ours === undefined ? {} : { ours: this.ours }) };
    await this.#files.update(this.#path, () => `${JSON.stringify(memory)}\n`);
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
