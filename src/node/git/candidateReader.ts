import { commitMessages } from '../../core/git/commitMessages.ts';
import { reachedCommits } from '../../core/git/reachedCommits.ts';
import { Candidates } from '../../core/links/candidates.ts';
import type { Cancellation } from '../../core/ports/cancellation.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import type { GitAsker } from './askGit.ts';

/** Reads the commits that a branch reaches, once; when the branch has moved, only what came and went. */
export class CandidateReader {
  readonly #asker: GitAsker;
  #tip: string | undefined;
  #candidates = new Candidates();

  constructor(asker: GitAsker) {
    this.#asker = asker;
  }

  /** @param tip full hash of a commit that is there */
  async reachedFrom(tip: string, cancellation?: Cancellation): Promise<GitAnswer<Candidates>> {
    const old = this.#tip;
    if (old === tip) {
      return { state: 'ok', value: this.#candidates };
    }
    this.#tip = undefined;
    const moved = old === undefined ? undefined : await this.#move(old, tip, cancellation);
    if (moved !== true && cancellation?.aborted !== true) {
      // The old tip may be gone from this clone: then all is read anew.
      this.#candidates = new Candidates();
    }
    const read = moved === true ? undefined : await this.#add([tip], [], cancellation);
    if (read !== undefined && read.state !== 'ok') {
      this.#candidates = new Candidates();
      return read;
    }
    this.#tip = tip;
    return { state: 'ok', value: this.#candidates };
  }

  async #move(old: string, tip: string, cancellation?: Cancellation): Promise<boolean> {
    const gone: string[] = [];
    const left = await this.#asker.stream(
      reachedCommits([old], [tip]),
      (sha) => void gone.push(sha),
      cancellation,
    );
    if (left.state !== 'ok') {
      return false;
    }
    this.#candidates.remove(gone);
    return (await this.#add([tip], [old], cancellation)).state === 'ok';
  }

  #add(
    from: readonly string[],
    not: readonly string[],
    cancellation?: Cancellation,
  ): Promise<GitAnswer<number>> {
    return this.#asker.stream(
      commitMessages({ from, not }),
      ({ commit, body }) => this.#candidates.add(commit, body),
      cancellation,
    );
  }
}
