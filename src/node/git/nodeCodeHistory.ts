import * as l10n from '@vscode/l10n';
import { type Blamed, blameLines } from '../../core/git/blameLines.ts';
import { type CommitChanges, commitChanges, commitPatch } from '../../core/git/commitChanges.ts';
import { isFullHash } from '../../core/git/fullHash.ts';
import type { GitCommand } from '../../core/git/gitCommand.ts';
import { objectNames } from '../../core/git/objectNames.ts';
import { type Place, place } from '../../core/git/place.ts';
import { type Remote, remotes } from '../../core/git/remotes.ts';
import type { Interruption } from '../../core/ports/cancellation.ts';
import type { CodeHistory } from '../../core/ports/codeHistory.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import { GitAsker, type GitSettings } from './askGit.ts';
import { failed } from './gitFailure.ts';

/** A whole hash or the beginning of one that is long enough to mean something. */
const hash = /^[0-9a-f]{7,64}$/;

/** The history of the code in the repository that a folder is in, read with the git that is installed. */
export class NodeCodeHistory implements CodeHistory {
  readonly #asker: GitAsker;

  constructor(settings: GitSettings) {
    this.#asker = new GitAsker(settings);
  }

  async place(): Promise<GitAnswer<Place>> {
    const here = await this.#asker.begin()(place);
    if (here.state !== 'ok') {
      return here;
    }
    return here.value === undefined
      ? failed(l10n.t('git could not say where in the repository this folder is.'))
      : { state: 'ok', value: here.value };
  }

  async blame(commit: string, path: string, interruption?: Interruption): Promise<GitAnswer<Blamed>> {
    return isFullHash(commit) && path !== ''
      ? this.#asker.begin(interruption)(blameLines(commit, path))
      : { state: 'ok', value: { commits: [], lines: [] } };
  }

  async commits(hashes: readonly string[]): Promise<GitAnswer<ReadonlyMap<string, string>>> {
    const asked = [...new Set(hashes)].filter((one) => hash.test(one));
    if (asked.length === 0) {
      return { state: 'ok', value: new Map() };
    }
    const named = await this.#asker.begin()(objectNames(asked.map((one) => `${one}^{commit}`)));
    if (named.state !== 'ok') {
      return named;
    }
    const found = asked.flatMap((one, at) => {
      const object = named.value[at];
      // A branch may have a name that looks like a hash, and git takes it for the branch.
      return object?.type === 'commit' && object.sha.startsWith(one) ? [[one, object.sha] as const] : [];
    });
    return { state: 'ok', value: new Map(found) };
  }

  changes(sha: string): Promise<GitAnswer<CommitChanges | undefined>> {
    return this.#ofCommit(sha, commitChanges(sha));
  }

  patch(sha: string): Promise<GitAnswer<string | undefined>> {
    return this.#ofCommit(sha, commitPatch(sha));
  }

  remotes(): Promise<GitAnswer<readonly Remote[]>> {
    return this.#asker.begin()(remotes);
  }

  async #ofCommit<T>(sha: string, command: GitCommand<T>): Promise<GitAnswer<T | undefined>> {
    const ask = this.#asker.begin();
    const named = isFullHash(sha) ? await ask(objectNames([sha])) : { state: 'ok' as const, value: [] };
    if (named.state !== 'ok') {
      return named;
    }
    return named.value[0]?.type === 'commit' ? ask(command) : { state: 'ok', value: undefined };
  }
}
