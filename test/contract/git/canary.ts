import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GitRepository } from '../../support/gitRepository.ts';

/** A program that must never run: it leaves a mark when it does. */
export class Canary {
  readonly #mark: string;
  /** Absolute path of the program; it takes any arguments and any input, and fails. */
  readonly program: string;

  constructor(base: string, name = 'canary') {
    this.#mark = join(base, `${name}.mark`);
    this.program = join(base, `${name}.sh`);
    this.putAt(this.program);
  }

  /** Writes the program to another place too: a hook, a folder of `PATH`. */
  putAt(path: string): void {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `#!/bin/sh\necho "$0 $*" >> '${this.#mark}'\nexit 1\n`);
    chmodSync(path, 0o755);
  }

  /** What ran, a line a run; empty where nothing did. */
  get runs(): string {
    return existsSync(this.#mark) ? readFileSync(this.#mark, 'utf8') : '';
  }

  forget(): void {
    rmSync(this.#mark, { force: true });
  }
}

/** One thing that a hostile repository does. */
export interface Trap {
  /** With the row that it stands for. */
  readonly name: string;
  /** Brings it into a repository that has two commits and `file.txt`, `retro/entry.md`. */
  set(repository: GitRepository, canary: Canary): void;
  /**
   * What springs it in plain git, in the work tree: proof that it is live. Where absent, the trap has no effect on
   * any plain command that needs neither a terminal nor a network, and `why` says so.
   */
  readonly sprungBy: readonly (readonly string[])[] | { readonly why: string };
  /** Folder from the root of the work tree that git is started in; default: the root. */
  readonly folder?: string;
  /** What is inherited while the trap is set. */
  environment?(repository: GitRepository, canary: Canary): NodeJS.ProcessEnv;
  /** For {@link Staging}: a person's own clean filter is meant to run when they add a file. */
  readonly runsWhenStaging?: true;
}
