import { isFullHash } from './fullHash.ts';
import type { GitCommand } from './gitCommand.ts';

/** A reference and the commit that it points at. */
export interface Branch {
  /** `refs/heads/main` */
  readonly name: string;
  readonly sha: string;
}

const format = '--format=%(objectname)%00%(refname)';
const mainNames = ['main', 'master', 'trunk', 'develop'];

/** Asks for the branches that work is merged into, as they are usually called. */
export const mainBranches: GitCommand<readonly Branch[]> = {
  args: [
    'for-each-ref',
    format,
    '--end-of-options',
    'refs/remotes/*/HEAD',
    ...mainNames.flatMap((name) => [`refs/remotes/*/${name}`, `refs/heads/${name}`]),
  ],
  parse: parseBranches,
};

const folders = ['refs/heads', 'refs/remotes', 'refs/pull', 'refs/merge-requests', 'refs/pull-requests'];

/** Asks for the names of all branches, and of pull requests as hosts and fetches name them. */
export const references: GitCommand<readonly string[]> = {
  args: ['for-each-ref', '--format=%(refname)', '--end-of-options', ...folders],
  parse: (stdout) => stdout.split('\n').filter((name) => name !== ''),
};

/** Asks for everything in which a commit is: branches, and pull requests as hosts and fetches name them. */
export function branchesWith(sha: string): GitCommand<readonly Branch[]> {
  return {
    args: [
      'for-each-ref',
      `--contains=${sha}`,
      format,
      '--sort=committerdate',
      '--count=1000',
      '--end-of-options',
      ...folders,
    ],
    parse: parseBranches,
  };
}

/** Asks where two lines of work parted, for one and a merge of the others; `undefined` where they never met. */
export function mergeBase(tip: string, others: readonly string[]): GitCommand<string | undefined> {
  return {
    args: ['merge-base', tip, ...others],
    answers: [0, 1],
    parse: (stdout) => stdout.split('\n').find(isFullHash),
  };
}

/** Reads lines of a hash and a name. */
export function parseBranches(stdout: string): readonly Branch[] {
  return stdout.split('\n').flatMap((line) => {
    const [sha = '', name = ''] = line.split('\0');
    return isFullHash(sha) && name !== '' ? [{ name, sha }] : [];
  });
}

/** The number of the pull request that a reference is of. */
export function pullRequestOfReference(name: string): number | undefined {
  const [, digits] =
    /\/(?:pull|pulls|pr|prs|pull-requests|merge-requests)\/(\d{1,9})(?:\/(?:head|from))?$/.exec(name) ?? [];
  return digits === undefined ? undefined : Number(digits) || undefined;
}
