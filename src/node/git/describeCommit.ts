import {
  type Branch,
  branchesWith,
  mainBranches,
  mergeBase,
  pullRequestOfReference,
} from '../../core/git/branches.ts';
import { commitLog } from '../../core/git/commitLog.ts';
import { commitMessages } from '../../core/git/commitMessages.ts';
import { patchIdBetween } from '../../core/git/patchIds.ts';
import { reachedCommits } from '../../core/git/reachedCommits.ts';
import type { CommitLink } from '../../core/entries/entry.ts';
import type { MessageMarks } from '../../core/links/messageMarks.ts';
import type { Cancellation } from '../../core/ports/cancellation.ts';
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
  const [told, around] = await Promise.all([tellCommits([sha], known), branchOf(sha, known)]);
  if (told.state !== 'ok') {
    return told;
  }
  const link = told.value.get(sha) ?? { sha };
  // Without what its branch says, which can take long to find out, a link is less sure but still good.
  return ok(around.state === 'ok' ? { ...around.value, ...link } : link);
}

/**
 * What commits say themselves: everything but what their branch does.
 *
 * @param shas full hashes of commits that are there
 */
export async function tellCommits(
  shas: readonly string[],
  { asker, patches, leftOut }: DescribeWith,
  cancellation?: Cancellation,
): Promise<GitAnswer<ReadonlyMap<string, CommitLink>>> {
  const marks = new Map<string, MessageMarks>();
  const [log, messages, patch] = await Promise.all([
    asker.begin()(commitLog({ just: shas, merges: true, leftOut })),
    asker.stream(
      commitMessages({ just: shas }),
      ({ commit }) => void (commit.marks && marks.set(commit.sha, commit.marks)),
      cancellation,
    ),
    patches.learn(shas, cancellation),
  ]);
  for (const answer of [log, messages, patch]) {
    if (answer.state !== 'ok') {
      return answer;
    }
  }
  const links = new Map<string, CommitLink>();
  for (const { sha, subject, authored, paths } of log.state === 'ok' ? log.value : []) {
    const own = patches.known.get(sha);
    const { change, pullRequest } = marks.get(sha) ?? {};
    links.set(sha, {
      sha,
      subject,
      authored,
      ...(typeof own === 'string' && { patch: own }),
      ...(paths.length > 0 && { paths }),
      ...(change !== undefined && { change }),
      ...(pullRequest !== undefined && { pr: pullRequest }),
    });
  }
  return ok(links);
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
