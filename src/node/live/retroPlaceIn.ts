import { NodePast } from '../git/nodePast.ts';
import { NodeStaging } from '../git/nodeStaging.ts';
import { systemClock } from '../systemClock.ts';
import type { RetroPlace } from './retroMeeting.ts';

/** A log and the repository that it is in. */
export interface LogInRepository extends Pick<RetroPlace, 'log' | 'files' | 'history'> {
  readonly root: string;
  readonly folder: string;
  readonly environment?: NodeJS.ProcessEnv;
  readonly git: NonNullable<RetroPlace['git']>;
}

/** Where a live meeting of a log is held. Nothing is committed outside of a git repository. */
export async function retroPlaceIn(repository: LogInRepository): Promise<RetroPlace> {
  const { log, files, git, history } = repository;
  const inGit = (await git.head()).state === 'ok';
  return {
    log,
    files,
    clock: systemClock,
    git,
    history,
    past: new NodePast(repository),
    staging: inGit ? new NodeStaging(repository) : undefined,
    language: Intl.DateTimeFormat().resolvedOptions().locale,
  };
}
