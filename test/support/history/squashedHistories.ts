import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitRepository } from '../gitRepository.ts';
import { type SeededRandom, seededRandom } from '../seededRandom.ts';
import { importCommits } from './importCommits.ts';
import { InventedAuthors, type InventedCommit } from './inventedCommits.ts';
import { InventedProject } from './inventedProject.ts';
import type { HistoryKind, NoteLinks, RewrittenHistory } from './rewrittenHistory.ts';
import { type PullRequest, squashMessage } from './squashMessages.ts';

const paths = Array.from({ length: 40 }, (_, index) => `src/part${index % 5}/file${index}.ts`);
/** So many branches are under way at the same time. */
const atOnce = 4;

interface Branch extends PullRequest {
  readonly name: string;
  readonly shas: readonly string[];
}

/** Branches of 1 to 12 commits, each of which becomes one commit, as the button of a host does it. */
export const squashedHistories: readonly HistoryKind[] = [
  { name: 'squash merges of branches of 1 to 12 commits', recall: 95, make: squashed('as it is merged') },
  {
    name: 'the same, but the branch went on after the link was made',
    recall: 95,
    make: squashed('as it was begun'),
  },
];

/** @param known the state of a branch in which links to its commits are noted */
function squashed(known: 'as it is merged' | 'as it was begun'): HistoryKind['make'] {
  return async (seed, size, note) => {
    const repository = new GitRepository();
    try {
      const early = known === 'as it was begun';
      return await new SquashedHistory(repository, seededRandom(seed)).make(size, note, early);
    } catch (error) {
      repository.remove();
      throw error;
    }
  };
}

class SquashedHistory {
  readonly #repository: GitRepository;
  readonly #random: SeededRandom;
  readonly #authors: InventedAuthors;
  readonly #truth = new Map<string, string>();
  #requests = 0;

  constructor(repository: GitRepository, random: SeededRandom) {
    this.#repository = repository;
    this.#random = random;
    this.#authors = new InventedAuthors(random);
  }

  async make(size: number, note: NoteLinks, early: boolean): Promise<RewrittenHistory> {
    const project = InventedProject.begin(this.#random, paths);
    importCommits(this.#repository, 'main', [this.#authors.next(project.files, 'Begin')]);
    this.#checkOut('main');
    for (let made = 0; made < size; ) {
      const sizes = this.#sizes(size - made);
      const branches = sizes.map((count) => this.#branch(count));
      const noteOne = async ({ name, shas }: Branch): Promise<void> => {
        this.#checkOut(name);
        await note(shas, this.#repository);
      };
      for (const branch of early ? branches : []) {
        await noteOne(branch);
      }
      for (const branch of branches) {
        this.#makeReady(branch);
        if (!early) {
          await noteOne(branch);
        }
        this.#squash(branch);
      }
      made += sizes.reduce((sum, count) => sum + count, 0);
    }
    return { repository: this.#repository, truth: this.#truth };
  }

  /** How many commits each of the next branches has. */
  #sizes(left: number): number[] {
    const sizes: number[] = [];
    for (let rest = left; rest > 0 && sizes.length < atOnce; rest -= sizes.at(-1) ?? rest) {
      sizes.push(Math.min(rest, this.#random.between(1, 12)));
    }
    return sizes;
  }

  /** A branch that somebody begins at the tip of the main line. */
  #branch(count: number): Branch {
    const number = ++this.#requests;
    const name = `topic-${number}`;
    this.#checkOut('main');
    const project = InventedProject.from(this.#random, this.#filesOfWorkTree());
    const reach = { paths: this.#random.sample(paths, 8) };
    const commits = Array.from({ length: count }, (_, index): InventedCommit => {
      return this.#authors.next(project.change(number * 100 + index, reach));
    });
    const shas = importCommits(this.#repository, name, commits, this.#repository.git('rev-parse', 'main'));
    const first = commits[0]?.subject ?? '';
    const title = this.#random.chance(0.5) ? first : this.#authors.subject();
    return { number, name, title, commits, shas };
  }

  /** Hosts do not merge a branch with conflicts; and some people bring theirs up to date anyway. */
  #makeReady(branch: Branch): void {
    if (!this.#stageSquash(branch) || this.#random.chance(0.15)) {
      this.#repository.git('reset', '--quiet', '--hard');
      this.#bringUpToDate(branch);
    }
    this.#repository.git('reset', '--quiet', '--hard');
  }

  #squash(branch: Branch): void {
    const repository = this.#repository;
    this.#stageSquash(branch);
    const message = squashMessage(this.#random, branch);
    const author = branch.commits[0]?.author ?? '';
    repository.run(
      { environment: this.#dates(), input: message },
      'commit',
      '--quiet',
      '--allow-empty',
      '--file=-',
      `--author=${author} <${author.toLowerCase()}@example.com>`,
    );
    const sha = repository.git('rev-parse', 'HEAD');
    for (const old of branch.shas) {
      this.#truth.set(old, sha);
    }
    repository.git('branch', '--quiet', '-D', branch.name);
  }

  /** Whether git could join the branch with what the main line has become. */
  #stageSquash(branch: Branch): boolean {
    this.#checkOut('main');
    try {
      this.#repository.git('merge', '--quiet', '--squash', branch.name);
      return true;
    } catch {
      this.#repository.git('reset', '--quiet', '--hard');
      return false;
    }
  }

  /** Whoever has the branch merges the main line into it, and keeps their own lines where both were changed. */
  #bringUpToDate(branch: Branch): void {
    this.#checkOut(branch.name);
    this.#repository.run(
      { environment: this.#dates() },
      'merge',
      '--quiet',
      '--no-edit',
      '--strategy-option=ours',
      'main',
    );
  }

  #checkOut(branch: string): void {
    this.#repository.git('checkout', '--quiet', '--force', branch);
  }

  /** Squashing takes the moment at which it is done for the author's too. */
  #dates(): NodeJS.ProcessEnv {
    const date = `${this.#authors.now} +0000`;
    return { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  }

  #filesOfWorkTree(): ReadonlyMap<string, string> {
    const folder = this.#repository.folder;
    const found = readdirSync(join(folder, 'src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted();
    return new Map(
      found.map((file) => [file.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(file, 'utf8')]),
    );
  }
}
