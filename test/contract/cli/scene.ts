import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { GitRepository } from '../../support/gitRepository.ts';

/** An entry to be written as it is. */
export interface WrittenEntry {
  readonly id: string;
  readonly kind?: string;
  readonly date?: string;
  readonly title?: string;
  /** More lines of front matter. */
  readonly more?: readonly string[];
}

/** A temporary folder with a log, in a repository or outside of any. */
export class Scene {
  readonly root: string;
  readonly #repository: GitRepository | undefined;

  private constructor(root: string, repository?: GitRepository) {
    this.root = root;
    this.#repository = repository;
  }

  static inRepository(): Scene {
    const repository = new GitRepository();
    return new Scene(repository.folder, repository);
  }

  static outsideGit(): Scene {
    return new Scene(realpathSync(mkdtempSync(join(tmpdir(), 'retrolog-cli-'))));
  }

  path(...parts: readonly string[]): string {
    return join(this.root, ...parts);
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), content);
  }

  /** Writes an entry and gives its path. */
  writeEntry(entry: WrittenEntry): string {
    const { id, kind = 'learning', date = '2026-03-04', title = `Entry ${id}`, more = [] } = entry;
    const path = `retro/entries/${date.slice(0, 4)}/${date}-${id}.md`;
    const keys = [`id: ${id}`, `kind: ${kind}`, `date: ${date}`, ...more];
    this.write(path, ['---', ...keys, '---', '', `# ${title}`, ''].join('\n'));
    return path;
  }

  git(...args: readonly string[]): string {
    return this.#repository?.git(...args) ?? '';
  }

  /** The same as somebody who is at work at another time. */
  gitAt(at: string, ...args: readonly string[]): string {
    return this.#repository?.run({ environment: this.#repository.dates(at) }, ...args) ?? '';
  }

  /** Commits one file and gives the full hash, which is the same each time. */
  commit(path: string, content: string, subject: string): string {
    return this.#repository?.commit(subject, { [path]: content }) ?? '';
  }

  remove(): void {
    this.#repository?.remove();
    rmSync(this.root, { recursive: true, force: true });
  }
}
