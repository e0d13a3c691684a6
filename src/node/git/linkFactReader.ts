import { amendedCommits } from '../../core/git/amendedCommits.ts';
import { commitMessages } from '../../core/git/commitMessages.ts';
import { touchedPaths, type TouchedPaths } from '../../core/git/touchedPaths.ts';
import type { Candidate, Candidates } from '../../core/links/candidates.ts';
import type { FactSource } from '../../core/links/findLinks.ts';
import type { EntryLink } from '../../core/links/grade.ts';
import { authoredSeconds, type Need } from '../../core/links/linkFacts.ts';
import { quotedLines } from '../../core/links/quotedLines.ts';
import { plainSubject } from '../../core/links/rules.ts';
import type { Cancellation } from '../../core/ports/cancellation.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import type { GitAsker } from './askGit.ts';
import type { PatchIdReader } from './patchIdReader.ts';

const done: GitAnswer<void> = { state: 'ok', value: undefined };
/** From so many commits on, their paths are read by two processes. */
const worthTwo = 4000;

/** Has git asked for the facts that links are graded by, and keeps them from one grading to the next. */
export class LinkFactReader implements FactSource {
  readonly paths = new Map<string, readonly string[]>();
  readonly lines = new Map<string, readonly string[]>();
  readonly touching = new Map<string, Set<Candidate>>();
  candidates: Candidates;
  quoting: ReadonlyMap<string, readonly Candidate[]> = new Map();
  amended: ReadonlyMap<string, string> = new Map();
  cancellation: Cancellation | undefined;
  readonly #asker: GitAsker;
  readonly #patches: PatchIdReader;
  readonly #looked = new Set<Candidate>();
  /** Nothing that was committed later is left to look at, unless the candidates are others by now. */
  #lookedSince = { seconds: Number.POSITIVE_INFINITY, changes: 0 };

  constructor(asker: GitAsker, patches: PatchIdReader, candidates: Candidates) {
    this.#asker = asker;
    this.#patches = patches;
    this.candidates = candidates;
  }

  get patches(): ReadonlyMap<string, string | null> {
    return this.#patches.known;
  }

  /** Prepares for one grading. */
  async begin(candidates: Candidates, cancellation: Cancellation | undefined): Promise<GitAnswer<void>> {
    if (this.candidates !== candidates) {
      this.candidates = candidates;
      this.touching.clear();
      this.#looked.clear();
    }
    this.cancellation = cancellation;
    for (const commits of this.touching.values()) {
      for (const commit of commits) {
        if (candidates.withSha(commit.sha) !== commit) {
          commits.delete(commit);
        }
      }
    }
    const amended = await this.#asker.begin()(amendedCommits);
    this.amended = amended.state === 'ok' ? amended.value : new Map();
    return amended.state === 'ok' ? done : amended;
  }

  async fetch(need: Need, shas: readonly string[]): Promise<GitAnswer<void>> {
    switch (need) {
      case 'patches':
        return this.#patches.learn(shas, this.cancellation);
      case 'paths':
        return this.#readPaths(shas, ({ sha, paths }) => void this.paths.set(sha, paths), this.paths);
      case 'lines': {
        const missing = shas.filter((sha) => !this.lines.has(sha));
        return this.#read(
          missing.length === 0
            ? undefined
            : this.#asker.stream(
                commitMessages({ just: missing }),
                ({ commit, body }) => void this.lines.set(commit.sha, quotedLines(body)),
                this.cancellation,
              ),
        );
      }
    }
  }

  recheck(shas: readonly string[]): Promise<GitAnswer<boolean>> {
    return this.#patches.recheck(shas, this.cancellation);
  }

  lookAtLines(links: readonly EntryLink[]): void {
    const subjects = links.map(({ link }) => plainSubject(link.subject)).filter((subject) => subject !== '');
    this.quoting = this.candidates.quoting(subjects);
  }

  /** Every path of every commit is read, so that the next question about other paths is the only one that costs. */
  async lookAtPaths(links: readonly EntryLink[]): Promise<GitAnswer<void>> {
    const wanted = new Set(links.flatMap(({ path, link }) => [path, ...(link.paths ?? [])]));
    const unknown = [...wanted].filter((path) => !this.touching.has(path));
    const earliest = Math.min(...links.map((asked) => authoredSeconds(asked) ?? 0));
    const { changes } = this.candidates;
    const { seconds } = this.#lookedSince;
    if (unknown.length === 0 && changes === this.#lookedSince.changes && earliest >= seconds) {
      return done;
    }
    if (unknown.length > 0) {
      this.#looked.clear();
      const all = new Set([...unknown, ...this.touching.keys()]);
      this.touching.clear();
      all.forEach((path) => this.touching.set(path, new Set()));
    }
    const open = this.candidates.since(earliest).filter((commit) => !this.#looked.has(commit));
    const answer = await this.#readPaths(
      open.filter((commit) => !commit.merge).map(({ sha }) => sha),
      ({ sha, paths }) => this.#note(sha, paths),
    );
    if (answer.state === 'ok') {
      open.forEach((commit) => this.#looked.add(commit));
      this.#lookedSince = { seconds: earliest, changes };
    } else {
      this.touching.clear();
    }
    return answer;
  }

  #note(sha: string, paths: readonly string[]): void {
    const commit = this.candidates.withSha(sha);
    for (const path of commit === undefined ? [] : paths) {
      if (commit !== undefined) {
        this.touching.get(path)?.add(commit);
      }
    }
  }

  async #readPaths(
    shas: readonly string[],
    take: (touched: TouchedPaths) => void,
    known?: ReadonlyMap<string, unknown>,
  ): Promise<GitAnswer<void>> {
    const missing = shas.filter((sha) => known?.has(sha) !== true);
    const half = missing.length < worthTwo ? missing.length : Math.ceil(missing.length / 2);
    for (const answer of await Promise.all(
      [missing.slice(0, half), missing.slice(half)]
        .filter((part) => part.length > 0)
        .map((part) => this.#read(this.#asker.stream(touchedPaths(part), take, this.cancellation))),
    )) {
      if (answer.state !== 'ok') {
        return answer;
      }
    }
    return done;
  }

  async #read(reading: Promise<GitAnswer<unknown>> | undefined): Promise<GitAnswer<void>> {
    const answer = await reading;
    return answer === undefined || answer.state === 'ok' ? done : answer;
  }
}
