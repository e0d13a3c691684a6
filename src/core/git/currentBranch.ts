import type { GitCommand } from './gitCommand.ts';

/** Asks for the branch that HEAD is on, also one without a commit yet; `undefined` where HEAD is detached. */
export const currentBranch: GitCommand<string | undefined> = {
  args: ['symbolic-ref', '--quiet', 'HEAD'],
  answers: [0, 1],
  parse: (stdout) => /^refs\/heads\/(.+)\n$/.exec(stdout)?.[1],
};
