import type { GitCommand } from './gitCommand.ts';
import { isFullHash } from './fullHash.ts';

/**
 * Asks which of the commits, and of what they were made on, no branch, remote-tracking branch or tag reaches,
 * nor `head`.
 *
 * @param commits full hashes of commits that are there
 * @param head full hash, `undefined` where there is no commit yet
 */
export function unreachableCommits(
  commits: readonly string[],
  head: string | undefined,
): GitCommand<ReadonlySet<string>> {
  const lines = head === undefined ? commits : [...commits, `^${head}`];
  return {
    args: ['rev-list', '--ignore-missing', '--stdin', '--not', '--branches', '--remotes', '--tags'],
    input: lines.map((line) => `${line}\n`).join(''),
    parse: (stdout) => new Set(stdout.split('\n').filter(isFullHash)),
  };
}
