import { put } from '../put.ts';
import type { MessageMarks } from './messageMarks.ts';
import { QuotedLines } from './quotedLines.ts';

/** A commit that a link may mean today. Times are seconds since 1970-01-01T00:00:00Z. */
export interface Candidate {
  readonly sha: string;
  readonly subject: string;
  readonly authored: number;
  readonly committed: number;
  readonly merge: boolean;
  /** Absent where the message says nothing. */
  readonly marks?: MessageMarks;
}

const none: readonly never[] = Object.freeze([]);

/**
 * The commits that a chosen branch reaches, by everything that a link may know of them. It is grown and shrunk as
 * the branch moves. One commit costs about 300 bytes.
 */
export class Candidates {
  readonly #bySha = new Map<string, Candidate>();
  readonly #byTime = new Map<number, Candidate | Candidate[]>();
  readonly #byChange = new Map<string, Candidate[]>();
  readonly #byPullRequest = new Map<number, Candidate[]>();
  readonly #byEntry = new Map<string, Candidate[]>();
  readonly #byPicked = new Map<string, Candidate[]>();
  readonly #bySquashed = new Map<string, Candidate[]>();
  readonly #lines = new QuotedLines();
  readonly #numbered: Candidate[] = [];
  #bySubject: Map<string, Candidate[]> | undefined;
  #changes = 0;

  /** Counts what came and went: the same number, the same commits. */
  get changes(): number {
    return this.#changes;
  }

  get size(): number {
    return this.#bySha.size;
  }

  /** @param body the message below its first line */
  add(commit: Candidate, body: string): void {
    if (this.#bySha.has(commit.sha)) {
      return;
    }
    this.#bySha.set(commit.sha, commit);
    this.#changes += 1;
    const others = this.#byTime.get(commit.authored);
    this.#byTime.set(commit.authored, others === undefined ? commit : [others, commit].flat());
    this.#bySubject = undefined;
    if (body !== '' && !commit.merge) {
      this.#numbered.push(commit);
      this.#lines.add(this.#numbered.length - 1, body);
    }
    const { marks } = commit;
    if (marks !== undefined) {
      if (marks.change !== undefined) {
        put(this.#byChange, marks.change, commit);
      }
      if (marks.pullRequest !== undefined) {
        put(this.#byPullRequest, marks.pullRequest, commit);
      }
      marks.entries.forEach((id) => put(this.#byEntry, id.toLowerCase(), commit));
      marks.picked.forEach((sha) => put(this.#byPicked, sha, commit));
      marks.squashed.forEach((sha) => put(this.#bySquashed, sha, commit));
    }
  }

  /** Takes commits out that the branch does not reach any more. What they are found by stays, and is passed over. */
  remove(shas: Iterable<string>): void {
    for (const sha of shas) {
      this.#bySha.delete(sha);
      this.#changes += 1;
      this.#bySubject = undefined;
    }
  }

  withSha(sha: string): Candidate | undefined {
    return this.#bySha.get(sha);
  }

  authoredAt(seconds: number): readonly Candidate[] {
    return this.#there([this.#byTime.get(seconds) ?? none].flat());
  }

  withChange(change: string): readonly Candidate[] {
    return this.#there(this.#byChange.get(change));
  }

  withPullRequest(number: number): readonly Candidate[] {
    return this.#there(this.#byPullRequest.get(number));
  }

  /** Those whose message names an entry. */
  naming(id: string): readonly Candidate[] {
    return this.#there(this.#byEntry.get(id.toLowerCase()));
  }

  /** Those that git itself says were picked from a commit. */
  pickedFrom(sha: string): readonly Candidate[] {
    return this.#there(this.#byPicked.get(sha));
  }

  /** Those that git itself says a commit was squashed into. */
  squashing(sha: string): readonly Candidate[] {
    return this.#there(this.#bySquashed.get(sha));
  }

  withSubject(subject: string): readonly Candidate[] {
    if (this.#bySubject === undefined) {
      this.#bySubject = new Map();
      for (const commit of this.#bySha.values()) {
        put(this.#bySubject, commit.subject, commit);
      }
    }
    return this.#bySubject.get(subject) ?? none;
  }

  /** For each of the lines, those that may have it in their message below the first line; merges are left out. */
  quoting(lines: readonly string[]): ReadonlyMap<string, readonly Candidate[]> {
    const found = this.#lines.find(lines);
    return new Map(
      [...found].map(([line, numbers]) => [
        line,
        this.#there([...new Set(numbers)].flatMap((number) => this.#numbered[number] ?? [])),
      ]),
    );
  }

  /** All that were committed at a time or later, in the order in which they were added. */
  since(seconds: number): readonly Candidate[] {
    return [...this.#bySha.values()].filter((commit) => commit.committed >= seconds);
  }

  #there(commits: readonly Candidate[] | undefined): readonly Candidate[] {
    return commits?.filter((commit) => this.#bySha.get(commit.sha) === commit) ?? none;
  }
}
