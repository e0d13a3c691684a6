import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Entry } from '../../../src/core/entries/entry.ts';
import type { LogEdit } from '../../../src/core/log/logEdit.ts';
import { RetroLog } from '../../../src/core/log/retroLog.ts';
import { NodeFiles } from '../../../src/node/files/nodeFiles.ts';
import type { Ids } from '../../../src/core/ports/ids.ts';
import { cryptoIds } from '../../../src/node/cryptoIds.ts';
import { fixedClock } from '../../support/fixedClock.ts';
import { GitRepository } from '../../support/gitRepository.ts';

/**
 * One member of a team: a work tree with a branch of its own. What a member has committed, the others can merge
 * without fetching it first; nothing else is shared.
 */
export class Member {
  readonly folder: string;
  readonly branch: string;
  readonly #repository: GitRepository;
  readonly #ids: Ids;

  constructor(repository: GitRepository, folder: string, branch: string, ids: Ids) {
    this.#repository = repository;
    this.folder = folder;
    this.branch = branch;
    this.#ids = ids;
  }

  git(...args: readonly string[]): string {
    return this.#repository.run({ folder: this.folder, environment: this.#repository.dates() }, ...args);
  }

  /** Whether git could do it. */
  tries(...args: readonly string[]): boolean {
    try {
      this.git(...args);
      return true;
    } catch {
      return false;
    }
  }

  /** The log as it is in the work tree now. */
  async log(): Promise<RetroLog> {
    const ports = { files: new NodeFiles(this.folder), clock: fixedClock('2026-03-05'), ids: this.#ids };
    const log = new RetroLog(ports, 'retro');
    await log.load();
    return log;
  }

  /** Changes the log as every command does it, and commits. Returns the path of what changed. */
  async commit(edit: LogEdit): Promise<string> {
    const applied = await (await this.log()).apply(edit);
    this.commitAll(edit.type);
    return applied.paths[0] ?? '';
  }

  /** Text of a file of the work tree, byte for byte. */
  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** Writes as another program would. */
  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  move(path: string, to: string): void {
    this.write(to, this.read(path));
    rmSync(join(this.folder, path));
  }

  commitAll(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', `--message=${message}`);
  }

  async entries(): Promise<readonly Entry[]> {
    return (await this.log()).entries;
  }

  /** What is wrong with the files, as code and path. */
  async problems(): Promise<readonly (readonly [code: string, path: string])[]> {
    return (await this.log()).problems.map(({ code, path }) => [code, path] as const);
  }

  /** The text of a file as a member left it: `2` ours, `3` theirs, while git waits for a person to choose. */
  side(stage: 2 | 3, path: string): string {
    return this.git('show', `:${stage}:${path}`);
  }
}

/** A repository that several people work in. */
export class Team {
  readonly repository = new GitRepository();
  readonly members: readonly Member[];

  constructor(names: readonly string[], ids: Ids = cryptoIds) {
    this.repository.commit('Begin', { 'retro/retro.yml': 'team: Checkout\n' });
    this.members = names.map((name) => {
      const folder = join(this.repository.base, name);
      this.repository.git('worktree', 'add', '--quiet', '-b', name, folder, 'main');
      return new Member(this.repository, folder, name, ids);
    });
  }

  remove(): void {
    this.repository.remove();
  }
}
