import type { SeededRandom } from '../seededRandom.ts';
import type { InventedAuthors, InventedCommit } from './inventedCommits.ts';
import type { InventedProject, Reach } from './inventedProject.ts';

/** Commits of which some only mend others. */
export interface MendedWork {
  readonly commits: readonly InventedCommit[];
  /** For the number of a fix-up, that of the commit that it is folded into. */
  readonly into: ReadonlyMap<number, number>;
}

/**
 * Work in which every fourth commit is a fix-up of one of the last ones. Half of them are called `fixup! …`, as git
 * does it; the others have words of their own.
 */
export function mendedWork(
  random: SeededRandom,
  project: InventedProject,
  authors: InventedAuthors,
  reach: Reach,
  count: number,
): MendedWork {
  const commits: InventedCommit[] = [];
  const into = new Map<number, number>();
  for (let index = 0; index < count; index += 1) {
    const target = index % 4 === 3 ? targetOf(random, index) : undefined;
    const files = target === undefined ? undefined : project.mend(target);
    if (target === undefined || files === undefined) {
      commits.push(authors.next(project.change(index, reach)));
    } else {
      into.set(index, target);
      const subject = isNamed(index) ? `fixup! ${commits[target]?.subject}` : authors.subject();
      commits.push(authors.next(files, subject));
    }
  }
  return { commits, into };
}

/**
 * What is to be done in an interactive rebase: each fix-up goes into its commit, with its own words where it has
 * any, and every ninth commit gets another message.
 */
export function todoOf({ into }: MendedWork, shas: readonly string[]): string {
  const lines = shas.flatMap((sha, index) => {
    if (into.has(index)) {
      return [];
    }
    const mends = [...into].filter(([, target]) => target === index).map(([fixUp]) => fixUp);
    return [
      `${index % 9 === 8 ? 'reword' : 'pick'} ${sha}\n`,
      ...mends.map((fixUp) => `${isNamed(fixUp) ? 'fixup' : 'squash'} ${shas[fixUp]}\n`),
    ];
  });
  return lines.join('');
}

function isNamed(fixUp: number): boolean {
  return fixUp % 8 === 3;
}

/** One of the last commits that are no fix-ups themselves. */
function targetOf(random: SeededRandom, index: number): number {
  const last = Array.from({ length: 6 }, (_, back) => index - 1 - back);
  return random.pick(last.filter((at) => at >= 0 && at % 4 !== 3));
}
