import type { CodeHistory } from '../core/ports/codeHistory.ts';
import type { Git, Staging } from '../core/ports/git.ts';
import type { History } from '../core/ports/history.ts';
import type { Versions } from '../core/ports/versions.ts';
import { NodeCodeHistory } from '../node/git/nodeCodeHistory.ts';
import { NodeGit } from '../node/git/nodeGit.ts';
import { NodeHistory } from '../node/git/nodeHistory.ts';
import { NodeVersions } from '../node/git/nodeVersions.ts';
import { NodeStaging } from '../node/git/nodeStaging.ts';
import type { Located } from '../node/locateLog.ts';

/** What can be asked of a log's repository, and the one thing that is done to it. */
export interface Repository {
  readonly git: Git;
  readonly history: History;
  readonly code: CodeHistory;
  readonly versions: Versions;
  readonly staging: Staging;
}

/** Git for a log's repository. Only for a workspace that is trusted; runs nothing before it is asked. */
export function openRepository(located: Located): Repository {
  return {
    git: new NodeGit(located),
    history: new NodeHistory(located),
    code: new NodeCodeHistory(located),
    versions: new NodeVersions(located),
    staging: new NodeStaging(located),
  };
}
