import { isFullHash } from './fullHash.ts';
import { lines } from './commitMessages.ts';
import type { GitStream } from './gitStream.ts';

/** A patch-id, and the commit that it is of; an empty hash stands for the difference of two trees. */
export interface PatchId {
  readonly sha: string;
  readonly patch: string;
}

// Everything that a configuration or an attribute could say otherwise, so that a patch has one id everywhere.
const pinned = [
  '-p',
  '-U0',
  '-r',
  '--root',
  '--no-color',
  '--diff-algorithm=myers',
  '--indent-heuristic',
  '--inter-hunk-context=0',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '--submodule=short',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
];
const through = ['patch-id', '--stable'];

/**
 * Asks for the patch-ids of commits. A merge, and a commit that changes nothing outside the folder, has none.
 *
 * @param leftOut POSIX path from the root of the work tree: what is in it does not count; `''`: all counts
 */
export function patchIds(shas: readonly string[], leftOut: string): GitStream<PatchId> {
  return {
    args: ['diff-tree', '--stdin', ...pinned, '--', ...counted(leftOut)],
    input: lines(shas),
    through,
    separator: '\n',
    reader,
  };
}

/** Asks for the patch-id of everything that changed between two commits. */
export function patchIdBetween(from: string, to: string, leftOut: string): GitStream<PatchId> {
  return {
    args: ['diff-tree', ...pinned, from, to, '--', ...counted(leftOut)],
    through,
    separator: '\n',
    reader,
  };
}

function reader(emit: (value: PatchId) => void): (field: string | undefined) => void {
  return (field) => {
    const [patch = '', sha = ''] = field?.split(' ') ?? [];
    if (isFullHash(patch) && isFullHash(sha)) {
      emit({ patch, sha: /^0+$/.test(sha) ? '' : sha });
    }
  };
}

function counted(leftOut: string): string[] {
  return leftOut === '' ? [':(top)'] : [':(top)', `:(top,exclude,literal)${leftOut}`];
}
