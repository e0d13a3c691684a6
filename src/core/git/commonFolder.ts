import type { GitCommand } from './gitCommand.ts';

/** Asks for the folder that all work trees of the repository share: absolute, or from the current folder. */
export const commonFolder: GitCommand<string> = {
  args: ['rev-parse', '--git-common-dir'],
  parse: (stdout) => stdout.replace(/\r?\n$/, ''),
};
