import type { Moment } from '../ports/versions.ts';
import { isFullHash } from './fullHash.ts';
import type { GitCommand } from './gitCommand.ts';

/**
 * Asks for a commit, or for the newest one on its line of first parents that is not younger than a time.
 *
 * @param from full hash
 * @param until seconds since 1970-01-01T00:00:00Z, by the dates of the commits
 */
export function momentLog(from: string, until?: number): GitCommand<Moment | undefined> {
  return {
    args: [
      'log',
      '-z',
      '--max-count=1',
      '--first-parent',
      '--format=%H%x00%ct%x00%s',
      '--encoding=UTF-8',
      '--no-patch',
      '--no-show-signature',
      ...(until === undefined ? [] : [`--min-age=${until}`]),
      '--end-of-options',
      from,
      '--',
    ],
    parse: parseMoment,
  };
}

/** Reads what {@link momentLog} asks for; `undefined` where there is no such commit. */
export function parseMoment(stdout: string): Moment | undefined {
  const [sha = '', committed = '', subject = ''] = stdout.split('\0');
  return isFullHash(sha) ? { sha, committed: Math.trunc(Number(committed)) || 0, subject } : undefined;
}
