import type { CommitLink } from '../../../src/core/entries/entry.ts';
import type { GradedLink } from '../../../src/core/links/grade.ts';
import type { History } from '../../../src/core/ports/history.ts';
import { valueOf } from '../git/gitContract.ts';

/** How links fared when a history was rewritten. */
export interface Survival {
  /** Of a hundred links whose change is still somewhere, how many lead to the commit that holds it. */
  readonly recall: number;
  /** Of a hundred links that lead anywhere, how many lead to the right commit. */
  readonly precision: number;
}

/** Grades links whose entries are nowhere in the history. */
export async function survivalOf(
  history: History,
  links: readonly CommitLink[],
  truth: ReadonlyMap<string, string>,
): Promise<Survival> {
  const asked = links.map((link, index) => ({ id: `k${index}`, path: `retro/entries/${index}.md`, link }));
  const graded = valueOf(await history.grade(asked)).links;
  const led = graded.filter(({ now }) => now !== undefined);
  const right = led.filter(isRight).length;
  return {
    recall: share(right, links.filter(({ sha }) => truth.has(sha)).length),
    precision: share(right, led.length),
  };

  function isRight({ link, now }: GradedLink): boolean {
    return now !== undefined && truth.get(link.sha) === now;
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 100 : (100 * part) / whole;
}
