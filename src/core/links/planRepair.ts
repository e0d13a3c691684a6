import type { CommitLink } from '../entries/entry.ts';
import type { LogEdit } from '../log/logEdit.ts';
import type { Cancellation } from '../ports/cancellation.ts';
import type { GitAnswer } from '../ports/git.ts';
import type { History } from '../ports/history.ts';
import type { GradedLink } from './grade.ts';

/** One link that would say something else. */
export interface Repair extends GradedLink {
  /** What it would say. */
  readonly instead: CommitLink;
  /**
   * `moved`: it would lead to another commit. `renewed`: it leads to the same one, whose branch has changed as a
   * whole.
   */
  readonly change: 'moved' | 'renewed';
}

/** The commits that have to be described before a repair can be planned. */
export function commitsToDescribe(
  graded: readonly GradedLink[],
  unmerged: ReadonlySet<string>,
): readonly string[] {
  const shas = graded.flatMap(({ link, grade, now, certain }) =>
    now !== undefined && (certain || (grade === 'exact' && unmerged.has(link.sha))) ? now : [],
  );
  return [...new Set(shas)];
}

/**
 * Which links would change, and to what: those that lead elsewhere where that is certain, and those whose branch is
 * not what it was when they were made. What is not certain stays as it is.
 *
 * @param described by full hash
 */
export function planRepair(
  graded: readonly GradedLink[],
  described: ReadonlyMap<string, CommitLink>,
): readonly Repair[] {
  return graded.flatMap((one): readonly Repair[] => {
    const known = one.now === undefined ? undefined : described.get(one.now);
    if (known === undefined) {
      return [];
    }
    if (one.certain) {
      return [{ ...one, instead: known, change: 'moved' }];
    }
    return one.grade === 'exact' && known.range !== undefined && known.range !== one.link.range
      ? [{ ...one, instead: { ...one.link, range: known.range }, change: 'renewed' }]
      : [];
  });
}

/** The edits that carry a plan out, one for each file. */
export function repairEdits(repairs: readonly Repair[]): readonly LogEdit[] {
  const paths = [...new Set(repairs.map(({ path }) => path))];
  return paths.map((path) => ({
    type: 'relink',
    path,
    links: repairs
      .filter((repair) => repair.path === path)
      .map(({ link, instead }) => ({ sha: link.sha, link: instead })),
  }));
}

/** Asks what has to be known, and plans the repair of links that were graded. Nothing is written. */
export async function readRepairs(
  graded: readonly GradedLink[],
  history: Pick<History, 'unmerged' | 'describeAll'>,
  cancellation?: Cancellation,
): Promise<GitAnswer<readonly Repair[]>> {
  const exact = graded.filter(({ grade }) => grade === 'exact').map(({ link }) => link.sha);
  const unmerged = await history.unmerged(exact);
  if (unmerged.state !== 'ok') {
    return unmerged;
  }
  const described = await history.describeAll(commitsToDescribe(graded, unmerged.value), cancellation);
  return described.state === 'ok' ? { state: 'ok', value: planRepair(graded, described.value) } : described;
}
