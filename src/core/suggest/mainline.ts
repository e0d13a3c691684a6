import type { PastCommit } from '../ports/past.ts';
import { subjectOf } from './messageText.ts';
import { put } from '../put.ts';

/** The commits that were read, to be found by their hashes, and the main line among them. */
export class Mainline {
  readonly #commits: readonly PastCommit[];
  readonly #bySha: ReadonlyMap<string, PastCommit>;
  readonly #bySubject = new Map<string, PastCommit[]>();
  readonly #place: ReadonlyMap<string, number>;
  /** How many commits of the main line are newer; only of commits on it. */
  readonly #position = new Map<string, number>();

  /** @param commits as `Past` gives them: HEAD's own first */
  constructor(commits: readonly PastCommit[]) {
    this.#commits = commits;
    this.#bySha = new Map(commits.map((commit) => [commit.sha, commit]));
    this.#place = new Map(commits.map(({ sha }, index) => [sha, index]));
    for (const commit of commits) {
      put(this.#bySubject, subjectOf(commit.message), commit);
    }
    let next = commits[0];
    while (next !== undefined && !this.#position.has(next.sha)) {
      this.#position.set(next.sha, this.#position.size);
      next = this.parentOf(next);
    }
  }

  /** The one commit with this hash, which may be abbreviated to seven digits; none for what is no hash. */
  find(hash: string): PastCommit | undefined {
    const exact = this.#bySha.get(hash);
    if (exact !== undefined || !/^[0-9a-f]{7,}$/.test(hash)) {
      return exact;
    }
    const found = this.#commits.filter(({ sha }) => sha.startsWith(hash));
    return found.length === 1 ? found[0] : undefined;
  }

  /** The newest commit with this subject among those that are older than a commit. */
  lastCalled(subject: string, than: PastCommit): PastCommit | undefined {
    const place = this.#place.get(than.sha) ?? 0;
    return this.#bySubject.get(subject)?.find(({ sha }) => (this.#place.get(sha) ?? 0) > place);
  }

  /** What a commit was made on; of a merge, what it was merged into. */
  parentOf({ parents }: PastCommit): PastCommit | undefined {
    return this.#bySha.get(parents[0] ?? '');
  }

  /** Whether `earlier` is on the main line and `commit` was made on top of it, as far as what was read can tell. */
  isBelow(earlier: PastCommit, commit: PastCommit): boolean {
    const position = this.#position.get(earlier.sha);
    if (position === undefined || earlier.sha === commit.sha) {
      return false;
    }
    const seen = new Set<string>();
    let fork: PastCommit | undefined = commit;
    while (fork !== undefined && !this.#position.has(fork.sha) && !seen.has(fork.sha)) {
      seen.add(fork.sha);
      fork = this.parentOf(fork);
    }
    const from = fork === undefined ? undefined : this.#position.get(fork.sha);
    return from !== undefined && position >= from;
  }
}
