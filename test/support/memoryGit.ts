import type { Identity } from '../../src/core/git/identity.ts';
import type { Commit, Git, GitAnswer, Head } from '../../src/core/ports/git.ts';

/** What a {@link MemoryGit} knows. */
export interface MemoryHistory {
  /** What HEAD reaches, newest first. */
  readonly commits?: readonly Commit[];
  /** Commits that are there and that nothing reaches any more. */
  readonly lost?: readonly Commit[];
  /** Hashes of those that are merges. */
  readonly merges?: readonly string[];
  /** Tags, branches and other names, and the hashes that they stand for. `HEAD` and hashes need no name. */
  readonly names?: Readonly<Record<string, string>>;
  /** `undefined`: HEAD is detached. */
  readonly branch?: string | undefined;
  readonly incomplete?: boolean;
  /** Whoever is configured; commits with this author are `mine`. */
  readonly userName?: string | undefined;
}

const shortestHash = 4;

/** A repository without git, for tests. Its history can be replaced while it is used. */
export class MemoryGit implements Git {
  history: MemoryHistory;
  /** Where set, the answer to everything: no repository, or a failure. */
  refusal: Exclude<GitAnswer<never>, { readonly state: 'ok' }> | undefined;

  constructor(history: MemoryHistory = {}) {
    this.history = { branch: 'main', ...history };
  }

  async head(): Promise<GitAnswer<Head>> {
    const { branch, incomplete = false } = this.history;
    const sha = this.#commits()[0]?.sha;
    return this.#answer({
      ...(sha === undefined ? {} : { sha }),
      ...(branch === undefined ? {} : { branch }),
      incomplete,
    });
  }

  async resolve(revision: string): Promise<GitAnswer<Commit | undefined>> {
    const all = [...this.#commits(), ...(this.history.lost ?? [])];
    const { names = {}, branch } = this.history;
    const head = revision === 'HEAD' || revision === '@' || (branch !== undefined && revision === branch);
    const sha = Object.hasOwn(names, revision) ? names[revision] : head ? this.#commits()[0]?.sha : revision;
    const isHash = sha !== undefined && sha.length >= shortestHash && /^[0-9a-f]+$/.test(sha);
    const found = isHash ? all.filter((commit) => commit.sha.startsWith(sha)) : [];
    return this.#answer(found.length === 1 ? found[0] : undefined);
  }

  async recent(query: {
    readonly mine: boolean;
    readonly limit: number;
  }): Promise<GitAnswer<readonly Commit[]>> {
    const { userName, merges = [] } = this.history;
    if (query.mine && userName === undefined) {
      return this.refusal ?? { state: 'failed', reason: 'Nobody is configured.' };
    }
    const commits = this.#commits().filter(
      (commit) => !merges.includes(commit.sha) && (!query.mine || commit.author === userName),
    );
    return this.#answer(commits.slice(0, Math.max(0, Math.trunc(query.limit))));
  }

  async reachable(shas: readonly string[]): Promise<GitAnswer<ReadonlySet<string>>> {
    const there = new Set(this.#commits().map((commit) => commit.sha));
    return this.#answer(new Set(shas.filter((sha) => there.has(sha))));
  }

  async people(): Promise<GitAnswer<readonly string[]>> {
    return this.#answer([...new Set(this.#commits().map((commit) => commit.author))]);
  }

  async userName(): Promise<GitAnswer<string | undefined>> {
    return this.#answer(this.history.userName);
  }

  async identities(): Promise<GitAnswer<readonly Identity[]>> {
    const { userName } = this.history;
    return this.#answer(userName === undefined ? [] : [{ name: userName }]);
  }

  #commits(): readonly Commit[] {
    return this.history.commits ?? [];
  }

  #answer<T>(value: T): GitAnswer<T> {
    return this.refusal ?? { state: 'ok', value };
  }
}
