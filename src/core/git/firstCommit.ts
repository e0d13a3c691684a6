import { isFullHash } from './fullHash.ts';
import type { GitCommand } from './gitCommand.ts';

/** Asks for the commit that HEAD's history began with, along first parents. In a shallow clone it is another one. */
export const firstCommit: GitCommand<string | undefined> = {
  args: ['rev-list', '--first-parent', '--max-parents=0', 'HEAD', '--'],
  parse: (stdout) => stdout.split('\n').find(isFullHash),
};
