import { isFullHash } from './fullHash.ts';
import type { GitCommand } from './gitCommand.ts';

/** More moves of HEAD are not looked at. */
const mostMoves = 10_000;

/** Asks what became of commits that were amended in this clone, by the record that git keeps of HEAD's moves. */
export const amendedCommits: GitCommand<ReadonlyMap<string, string>> = {
  args: [
    'log',
    '-z',
    '-g',
    '--format=%H%x00%gs',
    '--no-show-signature',
    `--max-count=${mostMoves}`,
    '--end-of-options',
    'HEAD',
    '--',
  ],
  parse: parseAmended,
  // A record that is broken, or leads to what is gone, is a record less.
  parseRefusal: () => new Map(),
};

/** Reads what {@link amendedCommits} asks for: newest first, each move from where the one below it led to. */
export function parseAmended(stdout: string): ReadonlyMap<string, string> {
  const fields = stdout.split('\0');
  const amended = new Map<string, string>();
  for (let at = 0; at + 2 < fields.length; at += 2) {
    const [now = '', move = '', before = ''] = fields.slice(at, at + 3);
    if (move.startsWith('commit (amend)') && isFullHash(now) && isFullHash(before) && !amended.has(before)) {
      amended.set(before, now);
    }
  }
  return amended;
}
