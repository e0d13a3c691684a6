import * as l10n from '@vscode/l10n';
import type { GitAnswer } from '../core/ports/git.ts';
import { RetroError } from '../core/retroError.ts';
import { excludeTemporaryFiles } from './files/excludeTemporaryFiles.ts';
import { NodeFiles } from './files/nodeFiles.ts';
import { systemReason } from './files/systemReason.ts';
import { temporaryFilesExclude } from './git/temporaryFilesExclude.ts';

/** What tidying a log did. */
export interface Tidied {
  /** Paths of what writers that were killed had left. */
  readonly removed: readonly string[];
  /** Whether temporary files are kept out of `git status` in this clone. The log works without. */
  readonly excluded: GitAnswer<true>;
}

/** Where a log is, and the variables that git is started with. */
export interface TidyPlace {
  readonly root: string;
  readonly folder: string;
  readonly environment?: NodeJS.ProcessEnv;
}

/**
 * Removes what writers that were killed left in a log, and keeps such files out of `git status` in this clone.
 * Not for a workspace that is not trusted: it asks git where the clone's own exclude file is.
 */
export async function tidyLog(place: TidyPlace): Promise<Tidied> {
  const removed = await new NodeFiles(place.root).removeStaleFiles(place.folder);
  return { removed, excluded: await keepOutOfGit(place) };
}

async function keepOutOfGit({ root, environment }: TidyPlace): Promise<GitAnswer<true>> {
  const exclude = await temporaryFilesExclude({ root, ...(environment && { environment }) });
  if (exclude.state !== 'ok') {
    return exclude;
  }
  try {
    await excludeTemporaryFiles(exclude.value);
    return { state: 'ok', value: true };
  } catch (error) {
    const why = error instanceof RetroError ? error.message : systemReason(error);
    const reason = l10n.t('Temporary files could not be named in {0}: {1}', exclude.value, why);
    return { state: 'failed', reason };
  }
}
