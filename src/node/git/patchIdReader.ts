import { patchIds } from '../../core/git/patchIds.ts';
import type { Cancellation } from '../../core/ports/cancellation.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import type { GitAsker } from './askGit.ts';
import type { PatchIdStore } from './patchIdStore.ts';

/** Commits whose patch-ids are computed by one process; what it computed is kept even if the next is cancelled. */
const batch = 2000;

/** Knows the patch-ids of commits: from this run, from an earlier one, or by computing them. */
export class PatchIdReader {
  readonly #asker: GitAsker;
  readonly #leftOut: string;
  readonly #store: PatchIdStore | undefined;
  readonly #known = new Map<string, string | null>();
  /** Those that were not computed in this run, and may be wrong. */
  readonly #unsure = new Set<string>();
  readonly #unsaved = new Map<string, string | null>();
  #loading: Promise<void> | undefined;
  #computed = 0;
  /** Whether parts of history are elsewhere: then a commit without what it changed is one without a patch-id. */
  incomplete = false;

  constructor(asker: GitAsker, leftOut: string, store: PatchIdStore | undefined) {
    this.#asker = asker;
    this.#leftOut = leftOut;
    this.#store = store;
  }

  /** By hash; `null` for a commit that has none. Only those that were asked for are sure to be there. */
  get known(): ReadonlyMap<string, string | null> {
    return this.#known;
  }

  /** How many were computed since this was made. */
  get computed(): number {
    return this.#computed;
  }

  /** Makes the patch-ids of commits known. All names are full hashes of commits that are there. */
  async learn(shas: readonly string[], cancellation?: Cancellation): Promise<GitAnswer<void>> {
    this.#loading ??= this.#load();
    await this.#loading;
    const missing = [...new Set(shas)].filter((sha) => !this.#known.has(sha));
    let answer: GitAnswer<unknown> = { state: 'ok', value: undefined };
    for (let at = 0; at < missing.length && answer.state === 'ok'; at += batch) {
      answer = await this.#compute(missing.slice(at, at + batch), cancellation);
    }
    return answer.state === 'ok' ? { state: 'ok', value: undefined } : answer;
  }

  /** Keeps what was computed for the next run. */
  async save(): Promise<void> {
    const learned = new Map(this.#unsaved);
    this.#unsaved.clear();
    if (learned.size > 0) {
      await this.#store?.add(learned);
    }
  }

  /** Computes again what an earlier run said. Answers whether all of it was right. */
  async recheck(shas: readonly string[], cancellation?: Cancellation): Promise<GitAnswer<boolean>> {
    const unsure = [...new Set(shas)].filter((sha) => this.#unsure.has(sha));
    const before = new Map(unsure.map((sha) => [sha, this.#known.get(sha)]));
    for (const sha of unsure) {
      this.#known.delete(sha);
    }
    const answer = await this.learn(unsure, cancellation);
    return answer.state === 'ok'
      ? { state: 'ok', value: unsure.every((sha) => before.get(sha) === this.#known.get(sha)) }
      : answer;
  }

  async #compute(shas: readonly string[], cancellation?: Cancellation): Promise<GitAnswer<unknown>> {
    const found = new Map<string, string>();
    const answer = await this.#asker.stream(
      patchIds(shas, this.#leftOut),
      ({ sha, patch }) => void found.set(sha, patch),
      cancellation,
    );
    const isPartial = answer.state === 'failed' && this.incomplete && cancellation?.aborted !== true;
    if (answer.state === 'ok' || isPartial) {
      this.#computed += shas.length;
      for (const sha of isPartial ? found.keys() : shas) {
        const patch = found.get(sha) ?? null;
        this.#known.set(sha, patch);
        this.#unsure.delete(sha);
        this.#unsaved.set(sha, patch);
      }
    }
    return isPartial ? { state: 'ok', value: found.size } : answer;
  }

  async #load(): Promise<void> {
    for (const [sha, patch] of (await this.#store?.load()) ?? []) {
      if (!this.#known.has(sha)) {
        this.#known.set(sha, patch);
        this.#unsure.add(sha);
      }
    }
  }
}
