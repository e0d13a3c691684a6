import { objectNames } from '../../core/git/objectNames.ts';
import { reachedCommits } from '../../core/git/reachedCommits.ts';
import type { Cancellation } from '../../core/ports/cancellation.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import type { GitAsker } from './askGit.ts';

/** Knows which commits some tips reach; when tips have moved, it asks only for what came and went. */
export class Reachability {
  readonly #asker: GitAsker;
  #tips: readonly string[] = [];
  readonly #known = new Map<string, boolean>();

  constructor(asker: GitAsker) {
    this.#asker = asker;
  }

  /**
   * Those of the full hashes that any of the tips reaches.
   *
   * @param missing called as soon as it is clear that not all are reached, which may be long before all is known
   */
  async reached(
    shas: readonly string[],
    tips: readonly string[],
    missing: () => void,
    cancellation?: Cancellation,
  ): Promise<GitAnswer<ReadonlySet<string>>> {
    const moved = await this.#follow(tips, cancellation);
    const asked = moved.state === 'ok' ? await this.#ask(shas, missing, cancellation) : moved;
    if (asked.state !== 'ok') {
      this.#known.clear();
      return asked;
    }
    return { state: 'ok', value: new Set(shas.filter((sha) => this.#known.get(sha) === true)) };
  }

  async #follow(tips: readonly string[], cancellation?: Cancellation): Promise<GitAnswer<unknown>> {
    const [old, now] = [new Set(this.#tips), new Set(tips)];
    const came = tips.filter((tip) => !old.has(tip));
    const went = this.#tips.filter((tip) => !now.has(tip));
    this.#tips = tips;
    for (const [from, not, reached] of [
      [went, tips, false],
      [came, [...old], true],
    ] as const) {
      if (from.length > 0 && this.#known.size > 0) {
        const note = (sha: string) => void (this.#known.has(sha) && this.#known.set(sha, reached));
        const answer = await this.#asker.stream(reachedCommits(from, not), note, cancellation);
        if (answer.state !== 'ok') {
          return answer;
        }
      }
    }
    return { state: 'ok', value: undefined };
  }

  /** Git walks no further than to the oldest of them, and prints next to nothing: what is reached is not told. */
  async #ask(
    shas: readonly string[],
    missing: () => void,
    cancellation?: Cancellation,
  ): Promise<GitAnswer<unknown>> {
    if (shas.some((sha) => this.#known.get(sha) === false)) {
      missing();
    }
    const unknown = [...new Set(shas)].filter((sha) => !this.#known.has(sha));
    const named = unknown.length === 0 ? undefined : await this.#asker.begin()(objectNames(unknown));
    if (named === undefined || named.state !== 'ok') {
      return named ?? { state: 'ok', value: undefined };
    }
    const there = new Set(unknown.filter((_, index) => named.value[index]?.type === 'commit'));
    if (there.size < unknown.length) {
      missing();
    }
    for (const sha of unknown) {
      this.#known.set(sha, there.has(sha) && this.#tips.length > 0);
    }
    if (there.size === 0 || this.#tips.length === 0) {
      return named;
    }
    const note = (sha: string): void => {
      if (there.has(sha)) {
        this.#known.set(sha, false);
        missing();
      }
    };
    return this.#asker.stream(reachedCommits([...there], this.#tips), note, cancellation);
  }
}
