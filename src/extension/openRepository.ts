import type { Git, Staging } from '../core/ports/git.ts';
import { NodeGit } from '../node/git/nodeGit.ts';
import { NodeStaging } from '../node/git/nodeStaging.ts';
import type { Located } from '../node/locateLog.ts';

/** Git for a log's repository. Only for a workspace that is trusted; runs nothing before it is asked. */
export function openRepository(located: Located): { readonly git: Git; readonly staging: Staging } {
  return { git: new NodeGit(located), staging: new NodeStaging(located) };
}
