import type { CommitLink } from '../../src/core/entries/entry.ts';
import type { FastImport } from './fastImport.ts';
import { applyEdits, type FileEdit, inverseOf, type Tree } from './fileEdits.ts';
import type { Person } from './people.ts';
import { hoursAhead } from './workCalendar.ts';

/** A commit as it was made. */
export interface MadeCommit {
  readonly link: CommitLink;
  readonly edits: readonly FileEdit[];
  /** The tree that it changed. */
  readonly before: Tree;
}

export interface CommitRequest {
  readonly by: Person;
  readonly date: string;
  readonly seconds: number;
  readonly message: string;
  readonly edits: readonly FileEdit[];
  /** Number of the pull request that it came through. */
  readonly pr?: number;
}

/** A line of commits: `main` or a branch. */
interface Line {
  readonly ref: string;
  tip: string | undefined;
  tree: Tree;
}

/** A branch, with what it takes to merge it. */
export interface OpenBranch extends Line {
  readonly by: Person;
  readonly pr: number;
  readonly edits: FileEdit[];
  readonly subjects: string[];
}

/** The branches of the shop as they grow. Keeps all trees in memory and sends each commit on its way. */
export class ShopHistory {
  readonly branches = new Map<string, OpenBranch>();
  readonly #importer: FastImport;
  readonly #main: Line = { ref: 'refs/heads/main', tip: undefined, tree: new Map() };
  #count = 0;

  constructor(importer: FastImport) {
    this.#importer = importer;
  }

  get main(): Tree {
    return this.#main.tree;
  }

  get commits(): number {
    return this.#count;
  }

  commitToMain(request: CommitRequest): Promise<MadeCommit> {
    return this.#commit(this.#main, request, []);
  }

  async commitToBranch(name: string, request: CommitRequest & { readonly pr: number }): Promise<MadeCommit> {
    const { by, pr, message } = request;
    const branch = this.branches.get(name) ?? {
      ...this.#main,
      ref: `refs/heads/${name}`,
      by,
      pr,
      edits: [],
      subjects: [],
    };
    this.branches.set(name, branch);
    branch.edits.push(...request.edits);
    branch.subjects.push(firstLine(message));
    return this.#commit(branch, { ...request, edits: request.edits }, []);
  }

  /** Puts a branch's changes on `main`, as a merge or as one new commit. The branch is not deleted. */
  merge(
    branch: OpenBranch,
    request: Omit<CommitRequest, 'edits'>,
    how: 'merge' | 'squash',
  ): Promise<MadeCommit> {
    const others = how === 'merge' && branch.tip !== undefined ? [branch.tip] : [];
    return this.#commit(this.#main, { ...request, edits: branch.edits }, others);
  }

  /** The edits that take a commit back. */
  inverseOf(commit: MadeCommit): FileEdit[] {
    let tree = commit.before;
    const inverses: FileEdit[] = [];
    for (const edit of commit.edits) {
      inverses.unshift(inverseOf(edit, tree));
      tree = applyEdits(tree, [edit]);
    }
    return inverses;
  }

  tag(name: string, commit: MadeCommit, request: Omit<CommitRequest, 'edits'>): void {
    this.#importer.tag(name, commit.link.sha, signatureOf(request), request.message);
  }

  async #commit(line: Line, request: CommitRequest, others: readonly string[]): Promise<MadeCommit> {
    const before = line.tree;
    const after = applyEdits(before, request.edits);
    const files = differenceOf(before, after);
    const sha = await this.#importer.commit({
      ref: line.ref,
      by: signatureOf(request),
      message: request.message,
      parents: [...(line.tip === undefined ? [] : [line.tip]), ...others],
      files,
    });
    line.tip = sha;
    line.tree = after;
    this.#count++;
    const paths = [...files.keys()].filter((path) => !path.startsWith('retro/')).slice(0, 20);
    const link = {
      sha,
      subject: firstLine(request.message),
      authored: new Date(request.seconds * 1000).toISOString().replace('.000Z', 'Z'),
      ...(paths.length > 0 && { paths }),
      ...(request.pr !== undefined && { pr: request.pr }),
    };
    return { link, edits: request.edits, before };
  }
}

function signatureOf({ by, seconds, date }: Pick<CommitRequest, 'by' | 'seconds' | 'date'>) {
  return { name: by.name, address: by.address, seconds, hoursAhead: hoursAhead(date) + by.ahead };
}

function differenceOf(before: Tree, after: Tree): Map<string, string | undefined> {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return new Map(
    paths.filter((path) => before.get(path) !== after.get(path)).map((path) => [path, after.get(path)]),
  );
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? '';
}
