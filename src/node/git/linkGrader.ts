import { objectNames } from '../../core/git/objectNames.ts';
import { type EntryLink, type GradedLink, isCertain } from '../../core/links/grade.ts';
import { type FoundLink, findLinks } from '../../core/links/findLinks.ts';
import { Candidates } from '../../core/links/candidates.ts';
import { commitMessages } from '../../core/git/commitMessages.ts';
import { isoTime } from '../../core/git/isoTime.ts';
import type { GradeOptions } from '../../core/ports/history.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import type { GitAsker } from './askGit.ts';
import { CandidateReader } from './candidateReader.ts';
import { LinkFactReader } from './linkFactReader.ts';
import type { PatchIdReader } from './patchIdReader.ts';
import { Reachability } from './reachability.ts';

/** Where links are graded against. */
export interface GradeAgainst {
  /** Full hash: what it reaches can take the place of what is gone. `undefined`: there is no commit yet. */
  readonly onto: string | undefined;
  /** Hashes of everything that keeps a commit as it is. */
  readonly tips: readonly string[];
  /** POSIX path of the log's root from the root of the work tree; `''` or with a slash at its end. */
  readonly prefix: string;
}

/** Where the shares of the work end, by a rough count of what each costs. */
const afterReachable = 0.15;
const afterCandidates = 0.45;

/** Grades links, and keeps what it learned about the repository for the next time. */
export class LinkGrader {
  readonly #asker: GitAsker;
  readonly #reachability: Reachability;
  readonly #candidates: CandidateReader;
  readonly #facts: LinkFactReader;

  constructor(asker: GitAsker, patches: PatchIdReader) {
    this.#asker = asker;
    this.#reachability = new Reachability(asker);
    this.#candidates = new CandidateReader(asker);
    this.#facts = new LinkFactReader(asker, patches, new Candidates());
  }

  async grade(
    links: readonly EntryLink[],
    against: GradeAgainst,
    { cancellation, progress }: GradeOptions,
  ): Promise<GitAnswer<readonly GradedLink[]>> {
    const shas = links.map(({ link }) => link.sha);
    let reading: Promise<GitAnswer<Candidates>> | undefined;
    const read = (onto: string): Promise<GitAnswer<Candidates>> => {
      reading ??= this.#candidates.reachedFrom(onto, cancellation);
      return reading;
    };
    // What is gone from this clone is broken: what may have taken its place is read meanwhile.
    const missing = (): void => void (against.onto && read(against.onto));
    const reached = await this.#reachability.reached(shas, against.tips, missing, cancellation);
    await reading;
    if (reached.state !== 'ok') {
      return reached;
    }
    progress?.(afterReachable);
    const isWhole = links.every(({ link }) => reached.value.has(link.sha));
    const candidates = isWhole || against.onto === undefined ? undefined : await read(against.onto);
    if (candidates !== undefined && candidates.state !== 'ok') {
      return candidates;
    }
    // Below commits whose clock was far behind git takes for unreached what is reached: the candidates know better.
    const isExact = (sha: string): boolean =>
      reached.value.has(sha) || candidates?.value.withSha(sha) !== undefined;
    const broken = links.filter(({ link }) => !isExact(link.sha));
    const found = await this.#findBroken(broken, candidates?.value, against.prefix, {
      ...(cancellation && { cancellation }),
      ...(progress && { progress }),
    });
    progress?.(1);
    return found.state === 'ok'
      ? {
          state: 'ok',
          value: links.map((asked) => graded(asked, isExact(asked.link.sha), found.value.get(asked))),
        }
      : found;
  }

  async #findBroken(
    broken: readonly EntryLink[],
    candidates: Candidates | undefined,
    prefix: string,
    { cancellation, progress }: GradeOptions,
  ): Promise<GitAnswer<ReadonlyMap<EntryLink, FoundLink>>> {
    if (candidates === undefined || broken.length === 0) {
      return { state: 'ok', value: new Map() };
    }
    progress?.(afterCandidates);
    const ready = await this.#facts.begin(candidates, cancellation);
    const whole = ready.state === 'ok' ? await this.#completed(broken) : ready;
    if (whole.state !== 'ok') {
      return whole;
    }
    const asked = new Map(
      broken.map((one) => [{ ...one, link: whole.value.get(one) ?? one.link, path: prefix + one.path }, one]),
    );
    const found = await findLinks([...asked.keys()], this.#facts, (share) =>
      progress?.(afterCandidates + share * (1 - afterCandidates)),
    );
    return found.state === 'ok'
      ? { state: 'ok', value: new Map([...found.value].map(([one, find]) => [asked.get(one) ?? one, find])) }
      : found;
  }

  /** Links that say nothing but a hash, with what their commit says, as long as it is still in this clone. */
  async #completed(
    broken: readonly EntryLink[],
  ): Promise<GitAnswer<ReadonlyMap<EntryLink, EntryLink['link']>>> {
    const bare = broken.filter(({ link }) => link.authored === undefined || link.subject === undefined);
    const whole = new Map<EntryLink, EntryLink['link']>();
    const shas = [...new Set(bare.map(({ link }) => link.sha))];
    const named = shas.length === 0 ? undefined : await this.#asker.begin()(objectNames(shas));
    if (named === undefined || named.state !== 'ok') {
      return named ?? { state: 'ok', value: whole };
    }
    const there = shas.filter((_, index) => named.value[index]?.type === 'commit');
    const told = await this.#describe(there);
    if (told.state !== 'ok') {
      return told;
    }
    for (const one of bare) {
      const known = told.value.get(one.link.sha);
      if (known !== undefined) {
        whole.set(one, { ...known, ...one.link });
      }
    }
    return { state: 'ok', value: whole };
  }

  async #describe(shas: readonly string[]): Promise<GitAnswer<ReadonlyMap<string, EntryLink['link']>>> {
    const told = new Map<string, EntryLink['link']>();
    if (shas.length === 0) {
      return { state: 'ok', value: told };
    }
    for (const need of ['paths', 'patches'] as const) {
      const fetched = await this.#facts.fetch(need, shas);
      if (fetched.state !== 'ok') {
        return fetched;
      }
    }
    const { paths, patches, cancellation } = this.#facts;
    const read = await this.#asker.stream(
      commitMessages({ just: shas }),
      ({ commit: { sha, subject, authored, marks } }) => {
        const patch = patches.get(sha);
        told.set(sha, {
          sha,
          subject,
          authored: isoTime(authored),
          ...(typeof patch === 'string' && { patch }),
          ...(marks?.change !== undefined && { change: marks.change }),
          paths: (paths.get(sha) ?? []).slice(0, 20),
        });
      },
      cancellation,
    );
    return read.state === 'ok' ? { state: 'ok', value: told } : read;
  }
}

function graded(asked: EntryLink, isExact: boolean, found: FoundLink | undefined): GradedLink {
  const { id, path, link } = asked;
  if (isExact) {
    return { id, path, link, grade: 'exact', now: link.sha, by: 'reachable', certain: false };
  }
  if (found === undefined) {
    return { id, path, link, grade: 'lost', certain: false };
  }
  const { grade, by } = found.rule;
  return { id, path, link, grade, now: found.now, by, certain: isCertain(grade, by) };
}
