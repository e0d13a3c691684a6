import type { Cancellation } from '../../src/core/ports/cancellation.ts';
import type { Git, GitAnswer, Head } from '../../src/core/ports/git.ts';
import type { Past, PastCommit, PastTag, Touched } from '../../src/core/ports/past.ts';

/** A past without git, for tests. It can be replaced while it is used, and counts what it is asked. */
export class MemoryPast implements Past, Pick<Git, 'head'> {
  history: readonly PastCommit[];
  dates: readonly PastTag[] = [];
  /** What a commit touches where a test says so; the others touch one file. */
  readonly paths = new Map<string, Touched>();
  incomplete = false;
  /** Where set, the answer to everything. */
  refusal: Exclude<GitAnswer<never>, { readonly state: 'ok' }> | undefined;
  readonly asked: string[] = [];

  constructor(history: readonly PastCommit[]) {
    this.history = history;
  }

  async head(): Promise<GitAnswer<Head>> {
    const sha = this.history[0]?.sha;
    return this.#answer('head', { ...(sha === undefined ? {} : { sha }), incomplete: this.incomplete });
  }

  async commits(limit: number, cancellation?: Cancellation): Promise<GitAnswer<readonly PastCommit[]>> {
    return this.#answer('commits', this.history.slice(0, limit), cancellation);
  }

  async tags(limit: number, cancellation?: Cancellation): Promise<GitAnswer<readonly PastTag[]>> {
    return this.#answer('tags', this.dates.slice(0, limit), cancellation);
  }

  async touched(
    shas: readonly string[],
    cancellation?: Cancellation,
  ): Promise<GitAnswer<ReadonlyMap<string, Touched>>> {
    const what = (sha: string): Touched => this.paths.get(sha) ?? { paths: ['src/cart.ts'], log: [] };
    return this.#answer(`touched ${shas.length}`, new Map(shas.map((sha) => [sha, what(sha)])), cancellation);
  }

  #answer<T>(question: string, value: T, cancellation?: Cancellation): GitAnswer<T> {
    this.asked.push(question);
    if (cancellation?.aborted === true) {
      return { state: 'failed', reason: 'It was cancelled.' };
    }
    return this.refusal ?? { state: 'ok', value };
  }
}
