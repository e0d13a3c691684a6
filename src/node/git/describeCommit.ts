import {
  type Branch,
  branchesWith,
  mainBranches,
  mergeBase,
  pullRequestOfReference,
} from '../../core/git/branches.ts';
import { commitLog } from '../../core/git/commitLog.ts';
import { commitMessages, type ToldCommit } from '../../core/git/commitMessages.ts';
import { patchIdBetween } from '../../core/git/patchIds.ts';
import { reachedCommits } from '../../core/git/reachedCommits.ts';
import type { CommitLink } from '../../core/entries/entry.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import type { GitAsker } from './askGit.ts';
import type { PatchIdReader } from './patchIdReader.ts';

/** What describing needs to know of the repository. */
export interface DescribeWith {
  readonly asker: GitAsker;
  readonly patches: PatchIdReader;
  /** Full hash; absent where there is no commit yet. */
  readonly head: string | undefined;
  /** POSIX path from the root of the work tree: what is in it does not count. */
  readonly leftOut: string;
}

/** All that a link to a commit carries. @param sha full hash of a commit that is there */
export async function describeCommit(sha: string, known: DescribeWith): Promise<GitAnswer<CommitLink>> {
  const { asker, patches, leftOut } = known;
  const ask = asker.begin();
  let told: ToldCommit['commit'] | undefined;
  const [log, message, patch, around] = await Promise.all([
    ask(commitLog({ from: sha, limit: 1, merges: true, leftOut })),
    asker.stream(commitMessages({ just: [sha] }), ({ commit }) => void (told = commit)),
    patches.learn([sha]),
    branchOf(sha, known),
  ]);
  for (const answer of [log, message, patch, around]) {
    if (answer.state !== 'ok') {
      return answer;
    }
  }
  const commit = log.state === 'ok' ? log.value[0] : undefined;
  const own = patches.known.get(sha);
  const { range, pr } = around.state === 'ok' ? around.value : {};
  const number = told?.marks?.pullRequest ?? pr;
  return ok({
    sha,
    ...(commit === undefined ? {} : { subject: commit.subject, authored: commit.authored }),
    ...(typeof own === 'string' ? { patch: own } : {}),
    ...(range === undefined ? {} : { range }),
    ...(commit === undefined || commit.paths.length === 0 ? {} : { paths: commit.paths }),
    ...(told?.marks?.change === undefined ? {} : { change: told.marks.change }),
    ...(number === undefined ? {} : { pr: number }),
  });
}

type Around = Pick<CommitLink, 'range' | 'pr'>;

/** What the commit's branch says: nothing once the commit is where all work goes. */
async function branchOf(sha: string, known: DescribeWith): Promise<GitAnswer<Around>> {
  const ask = known.asker.begin();
  const [mains, holders] = await Promise.all([ask(mainBranches), ask(branchesWith(sha))]);
  if (mains.state !== 'ok') {
    return mains;
  }
  if (holders.state !== 'ok') {
    return holders;
  }
  const numbers = new Set(holders.value.flatMap(({ name }) => pullRequestOfReference(name) ?? []));
  const pr = numbers.size === 1 ? { pr: [...numbers][0] as number } : {};
  const tip = tipOf(holders.value, mains.value, known.head);
  const bases = [...new Set(mains.value.filter((main) => main.sha !== tip).map((main) => main.sha))];
  if (tip === undefined || bases.length === 0) {
    return ok(pr);
  }
  const range = await rangeOf(sha, tip, bases, known);
  return range.state === 'ok'
    ? ok({ ...pr, ...(range.value === undefined ? {} : { range: range.value }) })
    : range;
}

/** The tip of the branch that the commit is on: HEAD if it can be, or else the one nearest to it. */
function tipOf(
  holders: readonly Branch[],
  mains: readonly Branch[],
  head: string | undefined,
): string | undefined {
  if (head !== undefined && holders.some((holder) => holder.sha === head)) {
    return head;
  }
  const mainNames = new Set(mains.map(({ name }) => name));
  const own = holders.filter(({ name }) => !mainNames.has(name));
  const local = own.find(({ name }) => name.startsWith('refs/heads/'));
  return (local ?? own[0])?.sha;
}

async function rangeOf(
  sha: string,
  tip: string,
  bases: readonly string[],
  { asker, leftOut, patches }: DescribeWith,
): Promise<GitAnswer<string | undefined>> {
  let open = false;
  const merged = await asker.stream(reachedCommits([sha], bases), () => {
    open = true;
    return false;
  });
  if (merged.state !== 'ok') {
    return merged;
  }
  const base = open ? await asker.begin()(mergeBase(tip, bases)) : undefined;
  if (base === undefined || base.state !== 'ok') {
    return base ?? ok(undefined);
  }
  let range: string | undefined;
  const read =
    base.value === undefined
      ? undefined
      : await asker.stream(patchIdBetween(base.value, tip, leftOut), ({ patch }) => void (range = patch));
  const isPartial = read?.state === 'failed' && patches.incomplete;
  return read === undefined || read.state === 'ok' || isPartial ? ok(range) : read;
}

function ok<T>(value: T): GitAnswer<T> {
  return { state: 'ok', value };
}
