import * as l10n from '@vscode/l10n';
import { pullRequestOfReference, references } from '../../core/git/branches.ts';
import type { CommitLink } from '../../core/entries/entry.ts';
import type { Cancellation } from '../../core/ports/cancellation.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import { describeCommit, type DescribeWith, tellCommits } from './describeCommit.ts';
import { failed } from './gitFailure.ts';

/** Commits that are told by one process of each kind. */
const together = 500;
/** Commits that are described at the same time: each takes several processes of git. */
const atOnce = 4;

/**
 * What `describeCommit` says, of many commits.
 *
 * @param shas full hashes of commits that are there, each once
 * @param open those of them that are in none of the branches that work is merged into
 */
export async function describeCommits(
  shas: readonly string[],
  open: ReadonlySet<string>,
  known: DescribeWith,
  cancellation?: Cancellation,
): Promise<GitAnswer<ReadonlyMap<string, CommitLink>>> {
  const names = await known.asker.begin()(references);
  if (names.state !== 'ok') {
    return names;
  }
  // Where pull requests are fetched as branches, these say which one a commit is of.
  const isTold = names.value.some((name) => pullRequestOfReference(name) !== undefined);
  const all = new Map<string, CommitLink>();
  const alone: string[] = [];
  for (let at = 0; at < shas.length; at += together) {
    const some = shas.slice(at, at + together);
    const told = await tellCommits(some, known, cancellation);
    if (told.state !== 'ok') {
      return told;
    }
    told.value.forEach((link, sha) => all.set(sha, link));
    alone.push(...some.filter((sha) => open.has(sha) || (isTold && all.get(sha)?.pr === undefined)));
  }
  for (let at = 0; at < alone.length; at += atOnce) {
    if (cancellation?.aborted === true) {
      return failed(l10n.t('It was cancelled.'));
    }
    const some = alone.slice(at, at + atOnce).map((sha) => describeCommit(sha, known));
    for (const answer of await Promise.all(some)) {
      if (answer.state !== 'ok') {
        return answer;
      }
      all.set(answer.value.sha, answer.value);
    }
  }
  return { state: 'ok', value: all };
}
