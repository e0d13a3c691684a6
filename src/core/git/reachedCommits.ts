import { isFullHash } from './fullHash.ts';
import type { GitCommand } from './gitCommand.ts';
import type { GitStream } from './gitStream.ts';
import { lines } from './commitMessages.ts';

/** Asks what every branch, remote-tracking branch and tag points at: hashes of commits, and of tags. */
export const referenceTips: GitCommand<readonly string[]> = {
  args: ['rev-parse', '--branches', '--remotes', '--tags'],
  parse: (stdout) => [...new Set(stdout.split('\n'))].filter(isFullHash),
};

/** Asks for the hashes of all commits that some reach and others do not. What is not there is passed over. */
export function reachedCommits(from: readonly string[], not: readonly string[]): GitStream<string> {
  return {
    args: ['rev-list', '--ignore-missing', '--stdin', '--'],
    input: lines([...from, ...not.map((sha) => `^${sha}`)]),
    separator: '\n',
    reader: (emit) => (field) => {
      if (field !== undefined && isFullHash(field)) {
        emit(field);
      }
    },
  };
}
