import type {
  Change,
  FileContent,
  Files,
  FileStamp,
  Listing,
  ReadingOptions,
  SkipReason,
  TakeContent,
  Updated,
} from '../../src/core/ports/files.ts';
import { textOfBytes } from '../../src/node/files/fileText.ts';
import { NameCheck } from '../../src/node/files/nameCheck.ts';
import { isSafePath, segmentsOf } from '../../src/node/files/pathSpelling.ts';
import { cannotRead, cannotWrite } from '../../src/node/files/updateRefusal.ts';
import { checkNewName, writableBytes } from '../../src/node/files/writableBytes.ts';

/** What can be made to fail. */
export type Operation = 'list' | 'read' | 'update';

/** Files that exist in memory only. Behaves as `NodeFiles` does, and fails where it is told to. */
export class MemoryFiles implements Files {
  readonly #files = new Map<string, { bytes: Buffer; modified: number }>();
  readonly #failures = new Map<string, string>();
  #modified = 0;

  /** @param seed texts, or bytes that need not be text, by path */
  constructor(seed: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [path, content] of Object.entries(seed)) {
      this.put(path, content);
    }
  }

  /** Every path, sorted. */
  get paths(): readonly string[] {
    return [...this.#files.keys()].toSorted();
  }

  /** The text of a file; `undefined` if there is none. */
  textOf(path: string): string | undefined {
    return this.#files.get(path)?.bytes.toString('utf8');
  }

  /** Writes as another program would: at once, whatever it is. */
  put(path: string, content: string | Uint8Array): void {
    this.#modified += 1;
    this.#files.set(path, { bytes: Buffer.from(content), modified: this.#modified });
  }

  /** Removes as another program would. */
  remove(path: string): void {
    this.#files.delete(path);
  }

  /** Makes an operation on a path fail, with this reason of the system, until `mend`. */
  fail(operation: Operation, path: string, reason: string): void {
    this.#failures.set(`${operation} ${path}`, reason);
  }

  /** Lets everything work again. */
  mend(): void {
    this.#failures.clear();
  }

  async list(folder: string, endings: readonly string[]): Promise<Listing> {
    const depth = folder === '' ? 0 : segmentsOf(folder).length;
    const reason = this.#failures.get(`list ${folder}`);
    if (reason !== undefined) {
      return { state: 'failed', reason };
    }
    if (this.#files.has(folder)) {
      return { state: 'notAFolder', reason: `“${folder}” is not a folder.` };
    }
    const below = this.paths.filter((path) => folder === '' || path.startsWith(`${folder}/`));
    if (below.length === 0) {
      return { state: 'missing' };
    }
    const passedOver = (path: string): boolean =>
      path
        .split('/')
        .slice(depth)
        .some((name) => name === 'node_modules' || name === '.git');
    const wanted = below.filter(
      (path) => endings.some((ending) => path.endsWith(ending)) && !passedOver(path),
    );
    return {
      state: 'listed',
      files: wanted,
      skipped: skippedNames(wanted, depth),
    };
  }

  async read(path: string): Promise<FileContent> {
    segmentsOf(path);
    return this.#content(path);
  }

  async readMany(
    paths: readonly string[],
    take: TakeContent,
    { cancellation, stampOf }: ReadingOptions = {},
  ): Promise<void> {
    for (const path of paths) {
      if (cancellation?.aborted === true) {
        return;
      }
      const stamp = this.#stamp(path);
      const known = stampOf?.(path);
      if (stamp === undefined || known?.size !== stamp.size || known.modified !== stamp.modified) {
        take(path, isSafePath(path) ? this.#content(path) : { state: 'missing' }, stamp);
      }
    }
  }

  async update(path: string, change: Change): Promise<Updated> {
    const segments = segmentsOf(path);
    const content = this.#content(path);
    if (content.state === 'unreadable') {
      throw cannotRead(path, content.code, content.detail);
    }
    const parent = segments.findIndex((_, at) => at > 0 && this.#files.has(segments.slice(0, at).join('/')));
    if (parent > 0) {
      throw cannotWrite(path, `“${segments.slice(0, parent).join('/')}” is not a folder.`);
    }
    const current = content.state === 'text' ? content.text : undefined;
    const next = change(current);
    if (next === undefined || next === (current ?? null)) {
      return 'unchanged';
    }
    const reason = this.#failures.get(`update ${path}`);
    if (reason !== undefined) {
      throw cannotWrite(path, reason);
    }
    if (next === null) {
      this.remove(path);
      return 'removed';
    }
    if (current === undefined) {
      segments.forEach((name) => checkNewName(path, name));
    }
    this.put(path, writableBytes(path, next));
    return current === undefined ? 'created' : 'changed';
  }

  #content(path: string): FileContent {
    const reason = this.#failures.get(`read ${path}`);
    if (reason !== undefined) {
      return { state: 'unreadable', code: 'failed', detail: reason };
    }
    const file = this.#files.get(path);
    if (file !== undefined) {
      return textOfBytes(file.bytes);
    }
    return this.paths.some((other) => other.startsWith(`${path}/`))
      ? { state: 'unreadable', code: 'not-a-file', detail: '' }
      : { state: 'missing' };
  }

  #stamp(path: string): FileStamp | undefined {
    const file = this.#files.get(path);
    return file && { size: file.bytes.length, modified: file.modified };
  }
}

function skippedNames(
  paths: readonly string[],
  depth: number,
): { path: string; reason: SkipReason; detail: string }[] {
  const skipped: { path: string; reason: SkipReason; detail: string }[] = [];
  const namesIn = new Map<string, Set<string>>();
  for (const path of paths) {
    const segments = path.split('/');
    for (let at = depth; at < segments.length; at++) {
      const parent = segments.slice(0, at).join('/');
      namesIn.set(parent, (namesIn.get(parent) ?? new Set()).add(segments[at] ?? ''));
    }
  }
  for (const [parent, names] of namesIn) {
    const check = new NameCheck((name, detail) => {
      skipped.push({ path: parent === '' ? name : `${parent}/${name}`, reason: 'not-portable', detail });
    });
    names.forEach((name) => check.see(name));
  }
  return skipped;
}
