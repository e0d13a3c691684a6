import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitRepository } from '../gitRepository.ts';
import { seededRandom } from '../seededRandom.ts';
import { importCommits } from './importCommits.ts';
import { beginning, InventedAuthors, type InventedCommit } from './inventedCommits.ts';
import { InventedProject, type Reach } from './inventedProject.ts';
import { mendedWork, todoOf } from './mendedWork.ts';
import { RewriteRecord } from './rewriteRecord.ts';
import type { HistoryKind, NoteLinks, RewrittenHistory } from './rewrittenHistory.ts';

const paths = Array.from({ length: 40 }, (_, index) => `src/part${index % 5}/file${index}.ts`);
const lower = paths.slice(0, 25);
const upper = paths.slice(25);
/** Later than anything that the generator writes. */
const later = `${beginning + 365 * 86_400} +0000`;

/** How the branch and the main line meet. */
interface Plan {
  readonly branch: Reach;
  readonly main: Reach;
  /** The branch begins at the tip of the main line and is put back behind so many of its commits. */
  readonly back?: number;
  /** Some of its commits were needed on the main line before. */
  readonly picked?: boolean;
  /** The branch has commits that mend others, and some get another message. */
  readonly mended?: boolean;
}

/** Branches that git rebases in the ways in which people do it. */
export const rebasedHistories: readonly HistoryKind[] = [
  {
    name: 'rebase, the base moved',
    recall: 99.5,
    make: rebased({ branch: { paths: lower }, main: { paths: upper }, picked: true }),
  },
  {
    name: 'rebase, the base was edited nearby',
    recall: 99.5,
    make: rebased({ branch: { paths, remainder: 0 }, main: { paths, remainder: 2 } }),
  },
  {
    name: 'rebase onto an old base, with conflicts',
    recall: 99.5,
    make: rebased({ branch: { paths: lower }, main: { paths: lower }, back: 60 }),
  },
  {
    name: 'rebase, every fourth a fix-up, every ninth reworded',
    recall: 98,
    make: rebased({ branch: { paths: lower }, main: { paths: upper }, mended: true }),
  },
];

function rebased(plan: Plan): HistoryKind['make'] {
  return async (seed, size, note) => {
    const repository = new GitRepository();
    try {
      return await rebaseOne(repository, plan, seed, size, note);
    } catch (error) {
      repository.remove();
      throw error;
    }
  };
}

async function rebaseOne(
  repository: GitRepository,
  plan: Plan,
  seed: string,
  size: number,
  note: NoteLinks,
): Promise<RewrittenHistory> {
  const random = seededRandom(seed);
  const record = new RewriteRecord(repository);
  const project = InventedProject.begin(random, paths);
  const authors = new InventedAuthors(random);
  const first = authors.next(project.files, 'Begin');
  const before = plan.back === undefined ? [] : work(project, authors, plan.main, plan.back);
  const old = importCommits(repository, 'main', [first, ...before]);
  const fork = old.at(-1) ?? '';
  const branch = project.fork(random);
  const onBranch = new InventedAuthors(random, authors.now);
  const mended = plan.mended ? mendedWork(random, branch, onBranch, plan.branch, size) : undefined;
  const commits = mended?.commits ?? work(branch, onBranch, plan.branch, size);
  const shas = importCommits(repository, 'topic', commits, fork);
  repository.git('checkout', '--quiet', 'topic');
  await note(shas, repository);
  if (plan.back === undefined) {
    importCommits(repository, 'main', work(project, authors, plan.main, 120), fork);
  }
  const picked = plan.picked ? pickSome(repository, shas, commits) : new Map<string, string>();
  settleConflicts(repository);
  const onto = plan.back === undefined ? 'main' : (old[0] ?? '');
  rebase(repository, onto, mended === undefined ? undefined : todoOf(mended, shas));
  const became = new Map([...record.read(), ...picked]);
  const truth = shas.flatMap((sha) => (became.has(sha) ? [[sha, became.get(sha) ?? ''] as const] : []));
  return { repository, truth: new Map(truth) };
}

/** Commits of everyday work; now and then one is reverted and applied again. */
function work(
  project: InventedProject,
  authors: InventedAuthors,
  reach: Reach,
  count: number,
): InventedCommit[] {
  const commits: InventedCommit[] = [];
  while (commits.length < count) {
    const before = project.snapshot();
    const commit = authors.next(project.change(commits.length, reach));
    commits.push(commit);
    const isEdit = [...commit.files.keys()].every((path) => before.has(path));
    if (isEdit && commits.length % 60 === 7) {
      const after = project.snapshot();
      commits.push(authors.next(project.restore(before), `Revert "${commit.subject}"`));
      commits.push(authors.next(project.restore(after), `Reapply "${commit.subject}"`));
    }
  }
  return commits.slice(0, count);
}

/** Some commits of the branch were needed on the main line at once. Returns what they are called there. */
function pickSome(
  repository: GitRepository,
  shas: readonly string[],
  commits: readonly InventedCommit[],
): Map<string, string> {
  const alone = shas.filter((_, index) =>
    [...(commits[index]?.files.keys() ?? [])].every((path) => path.startsWith('src/new/')),
  );
  const picked = new Map<string, string>();
  repository.git('checkout', '--quiet', 'main');
  for (const sha of alone.filter((_, index) => index % 8 === 3)) {
    repository.run({ environment: { GIT_COMMITTER_DATE: later } }, 'cherry-pick', sha);
    picked.set(sha, repository.git('rev-parse', 'HEAD'));
  }
  return picked;
}

/** Where both sides changed the same lines, git keeps both in some files and the commit's own in all others. */
function settleConflicts(repository: GitRepository): void {
  const rules = 'src/part0/** merge=union\nsrc/part1/** merge=union\n';
  writeFileSync(join(repository.folder, '.git', 'info', 'attributes'), rules);
}

/** Puts the branch on top of another commit, with the plan of an interactive rebase where there is one. */
function rebase(repository: GitRepository, onto: string, todo: string | undefined): void {
  const file = join(repository.base, 'todo.txt');
  writeFileSync(file, todo ?? '');
  const environment = {
    GIT_COMMITTER_DATE: later,
    GIT_SEQUENCE_EDITOR: `cp '${file.replaceAll('\\', '/')}'`,
    // Other vowels make other words, and keep them apart.
    GIT_EDITOR: "sed -i.before -e '1y/aeiou/eioua/'",
  };
  const how = ['--quiet', '--strategy-option=theirs', ...(todo === undefined ? [] : ['--interactive'])];
  repository.run({ environment }, 'rebase', ...how, `--onto=${onto}`, 'main', 'topic');
}
