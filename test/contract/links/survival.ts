import type { CommitLink } from '../../../src/core/entries/entry.ts';
import type { GradedLink } from '../../../src/core/links/grade.ts';
import type { History } from '../../../src/core/ports/history.ts';
import { valueOf } from '../git/gitContract.ts';

/** How many links were led to the commit that holds their change. */
export interface Survival {
  readonly links: number;
  /** Of those whose change is somewhere, how many of a hundred were led there. */
  readonly recall: number;
  /** Of those that were led anywhere, how many of a hundred were led to the right commit. */
  readonly precision: number;
  readonly wrong: number;
}

/** Links to some commits as they are made at this moment, a few at a time. */
export async function describeAll(history: History, shas: readonly string[]): Promise<CommitLink[]> {
  const links: CommitLink[] = [];
  const left = [...shas.entries()];
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [index, sha] = next;
      links[index] = valueOf(await history.describe(sha)) ?? { sha };
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  return links;
}

/** What grading makes of links whose entries are nowhere in the history. */
export async function gradeAlone(
  history: History,
  links: readonly CommitLink[],
): Promise<readonly GradedLink[]> {
  const asked = links.map((link, index) => ({ id: `k${index}`, path: `retro/entries/${index}.md`, link }));
  return valueOf(await history.grade(asked)).links;
}

export function survivalOf(graded: readonly GradedLink[], truth: ReadonlyMap<string, string>): Survival {
  const led = graded.filter(({ now }) => now !== undefined);
  const right = led.filter(({ link, now }) => truth.get(link.sha) === now).length;
  const findable = graded.filter(({ link }) => truth.has(link.sha)).length;
  return {
    links: graded.length,
    recall: share(right, findable),
    precision: share(right, led.length),
    wrong: led.length - right,
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 100 : (100 * part) / whole;
}
