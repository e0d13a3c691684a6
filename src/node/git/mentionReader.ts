import { namingCommits } from '../../core/git/namingCommits.ts';
import { reachedCommits } from '../../core/git/reachedCommits.ts';
import type { Commits } from '../../core/git/commitMessages.ts';
import type { Cancellation } from '../../core/ports/cancellation.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import type { Mention } from '../../core/ports/history.ts';
import type { GitAsker } from './askGit.ts';

interface ReadMentions {
  readonly tips: readonly string[];
  readonly since: string | undefined;
  readonly mentions: readonly Mention[];
}

/** Reads which commits name entries, once; when history has moved, only what came and went. */
export class MentionReader {
  readonly #asker: GitAsker;
  readonly #leftOut: string;
  #read: ReadMentions | undefined;

  /** @param leftOut POSIX path from the root of the work tree: no path in it is told */
  constructor(asker: GitAsker, leftOut: string) {
    this.#asker = asker;
    this.#leftOut = leftOut;
  }

  /** Those among some commits, given by their full hashes. */
  among(shas: readonly string[], cancellation?: Cancellation): Promise<GitAnswer<readonly Mention[]>> {
    return shas.length === 0 ? Promise.resolve(ok([])) : this.#ask({ just: shas }, undefined, cancellation);
  }

  /** Those that some tips reach, given by the hashes of what is there. */
  async reachedFrom(
    tips: readonly string[],
    since: string | undefined,
    cancellation?: Cancellation,
  ): Promise<GitAnswer<readonly Mention[]>> {
    const old = this.#read;
    const isEnough = old !== undefined && (old.since ?? '') <= (since ?? '');
    const moved = isEnough ? await this.#move(old, tips, cancellation) : undefined;
    if (moved?.state === 'ok') {
      return moved;
    }
    // What was there may be gone from this clone: then all is read anew.
    this.#read = undefined;
    const read = await this.#reach({ from: tips, not: [] }, since, cancellation);
    if (read.state === 'ok') {
      this.#read = { tips, since, mentions: read.value };
    }
    return read;
  }

  async #move(
    { tips: before, since, mentions: known }: ReadMentions,
    tips: readonly string[],
    cancellation?: Cancellation,
  ): Promise<GitAnswer<readonly Mention[]>> {
    const [old, now] = [new Set(before), new Set(tips)];
    const [came, went] = [tips.filter((tip) => !old.has(tip)), before.filter((tip) => !now.has(tip))];
    const gone = new Set<string>();
    const left =
      went.length === 0 || known.length === 0
        ? ok(0)
        : await this.#asker.stream(reachedCommits(went, tips), (sha) => void gone.add(sha), cancellation);
    if (left.state !== 'ok') {
      return left;
    }
    const added = await this.#reach({ from: came, not: before }, since, cancellation);
    if (added.state !== 'ok') {
      return added;
    }
    const mentions = [...added.value, ...known.filter(({ sha }) => !gone.has(sha))];
    this.#read = { tips, since, mentions };
    return ok(mentions);
  }

  #reach(
    commits: Commits & { readonly from: readonly string[] },
    since: string | undefined,
    cancellation?: Cancellation,
  ): Promise<GitAnswer<readonly Mention[]>> {
    return commits.from.length === 0 ? Promise.resolve(ok([])) : this.#ask(commits, since, cancellation);
  }

  async #ask(
    commits: Commits,
    since: string | undefined,
    cancellation?: Cancellation,
  ): Promise<GitAnswer<readonly Mention[]>> {
    const all: Mention[] = [];
    const command = namingCommits(commits, { leftOut: this.#leftOut, since });
    const read = await this.#asker.stream(command, (some) => void all.push(...some), cancellation);
    return read.state === 'ok' ? ok(all) : read;
  }
}

function ok<T>(value: T): GitAnswer<T> {
  return { state: 'ok', value };
}
