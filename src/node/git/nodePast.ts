import * as l10n from '@vscode/l10n';
import { pastMessages } from '../../core/git/pastMessages.ts';
import { pastTags } from '../../core/git/pastTags.ts';
import { isFullHash } from '../../core/git/fullHash.ts';
import { pastPaths } from '../../core/git/pastPaths.ts';
import type { Cancellation } from '../../core/ports/cancellation.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import type { Past, PastCommit, PastTag, Touched } from '../../core/ports/past.ts';
import { type Ask, GitAsker } from './askGit.ts';
import { failed } from './gitFailure.ts';
import { type NodeGitSettings, placeOf } from './nodeGit.ts';

/** The past of the repository that a folder is in, read with the git that is installed. Making one starts nothing. */
export class NodePast implements Past {
  readonly #asker: GitAsker;
  readonly #folder: string;

  constructor(settings: NodeGitSettings) {
    this.#asker = new GitAsker(settings);
    this.#folder = settings.folder.replace(/^\.\/|\/+$/g, '');
  }

  async commits(limit: number, cancellation?: Cancellation): Promise<GitAnswer<readonly PastCommit[]>> {
    const ask = this.#begin(cancellation);
    const here = await placeOf(ask);
    if (here.state !== 'ok') {
      return here;
    }
    const { head } = here.value;
    return head === undefined ? { state: 'ok', value: [] } : ask(pastMessages(head, limit));
  }

  async tags(limit: number, cancellation?: Cancellation): Promise<GitAnswer<readonly PastTag[]>> {
    return this.#begin(cancellation)(pastTags(limit));
  }

  async touched(
    shas: readonly string[],
    cancellation?: Cancellation,
  ): Promise<GitAnswer<ReadonlyMap<string, Touched>>> {
    const asked = shas.filter(isFullHash);
    if (asked.length === 0) {
      return { state: 'ok', value: new Map() };
    }
    const ask = this.#begin(cancellation);
    const here = await placeOf(ask);
    return here.state === 'ok'
      ? ask(pastPaths(asked, { prefix: here.value.prefix, folder: this.#folder }))
      : here;
  }

  /** One question; a step of it is not begun once it was cancelled. */
  #begin(cancellation: Cancellation | undefined): Ask {
    const ask = this.#asker.begin();
    return async (command) =>
      cancellation?.aborted === true ? failed(l10n.t('It was cancelled.')) : ask(command);
  }
}
