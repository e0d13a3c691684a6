import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GitRepository } from '../gitRepository.ts';

/**
 * What git itself says about the commits that it rewrites: the hook that it calls after every rebase and amendment
 * notes which commit became which. It is the truth that links are measured against.
 */
export class RewriteRecord {
  readonly #file: string;

  constructor(repository: GitRepository) {
    this.#file = join(repository.base, 'rewritten.txt');
    const hooks = join(repository.folder, '.git', 'hooks');
    const hook = join(hooks, 'post-rewrite');
    mkdirSync(hooks, { recursive: true });
    writeFileSync(hook, `#!/bin/sh\ncat >>'${this.#file.replaceAll('\\', '/')}'\n`);
    chmodSync(hook, 0o755);
  }

  /** Each rewritten commit and the one that holds its change now. A commit that was dropped is not in it. */
  read(): ReadonlyMap<string, string> {
    const text = existsSync(this.#file) ? readFileSync(this.#file, 'utf8') : '';
    const steps = text.split('\n').flatMap((line) => {
      const [old, now] = line.split(' ');
      return old && now ? [[old, now] as const] : [];
    });
    const next = new Map(steps);
    return new Map([...next.keys()].map((sha) => [sha, lastOf(sha, next)]));
  }
}

function lastOf(sha: string, next: ReadonlyMap<string, string>): string {
  const seen = new Set([sha]);
  let last = sha;
  for (let to = next.get(last); to !== undefined && !seen.has(to); to = next.get(last)) {
    seen.add(to);
    last = to;
  }
  return last;
}
