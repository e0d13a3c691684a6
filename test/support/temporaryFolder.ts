import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A real folder of its own for a test. `remove` takes it away again. */
export class TemporaryFolder {
  /** Absolute, without symbolic links. */
  readonly path: string;

  constructor(seed: Readonly<Record<string, string | Uint8Array>> = {}) {
    this.path = realpathSync(mkdtempSync(join(tmpdir(), 'retrolog-files-')));
    for (const [path, content] of Object.entries(seed)) {
      this.write(path, content);
    }
  }

  /** The absolute path of something in the folder. */
  at(...segments: readonly string[]): string {
    return join(this.path, ...segments);
  }

  /** Writes as another program would, in place; folders are made. */
  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.at(path)), { recursive: true });
    writeFileSync(this.at(path), content);
  }

  /** Takes a file or a folder away, as another program would. */
  removePath(path: string): void {
    rmSync(this.at(path), { recursive: true, force: true });
  }

  /** The text of a file. */
  textOf(path: string): string {
    return readFileSync(this.at(path), 'utf8');
  }

  /** Everything that is not a folder, POSIX and sorted, temporary files included. */
  get paths(): readonly string[] {
    return readdirSync(this.path, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(this.path.length + 1)
          .replaceAll('\\', '/'),
      )
      .toSorted();
  }

  /** What of ours, temporary file or lock, still lies about. */
  get leftovers(): readonly string[] {
    return readdirSync(this.path, { recursive: true })
      .map(String)
      .filter((path) => path.includes('.retrolog-'));
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 3 });
  }
}
