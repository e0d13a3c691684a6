import type { GitCommand } from './gitCommand.ts';
import { plainReason } from './plainReason.ts';

/** Asks who wrote the newest `limit` commits that `from` (a full hash) reaches. */
export function authorNames(from: string, limit: number): GitCommand<readonly string[]> {
  return {
    args: [
      'log',
      '-z',
      '--format=%aN',
      '--encoding=UTF-8',
      '--no-show-signature',
      '--no-merges',
      `--max-count=${limit}`,
      '--end-of-options',
      from,
      '--',
    ],
    parse: parseAuthorNames,
  };
}

/** Reads what {@link authorNames} asks for: each name once, most recent first, as plain text. */
export function parseAuthorNames(stdout: string): string[] {
  const names = stdout.split('\0').map(plainReason);
  return [...new Set(names)].filter((name) => name !== '');
}
