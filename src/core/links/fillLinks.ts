import type { CommitLink } from '../entries/entry.ts';
import type { History } from '../ports/history.ts';
import type { Relink } from './relink.ts';

/**
 * What links that somebody wrote by hand, or that were made a while ago, still lack: everything by which their commit
 * could be found again, and what their branch is as a whole today. What a link says already is not touched. None
 * where git cannot say.
 */
export async function fillLinks(
  links: readonly CommitLink[],
  history: Pick<History, 'describe' | 'unmerged'>,
): Promise<readonly Relink[]> {
  const open = await history.unmerged(links.map(({ sha }) => sha));
  const unmerged: ReadonlySet<string> = open.state === 'ok' ? open.value : new Set();
  const filled: Relink[] = [];
  for (const link of links.filter((one) => isBare(one) || unmerged.has(one.sha))) {
    const answer = await history.describe(link.sha);
    const known = answer.state === 'ok' ? answer.value : undefined;
    if (known !== undefined) {
      const range = known.range ?? link.range;
      filled.push({ sha: link.sha, link: { ...known, ...link, ...(range !== undefined && { range }) } });
    }
  }
  return filled;
}

function isBare({ subject, authored, patch }: CommitLink): boolean {
  return subject === undefined || authored === undefined || patch === undefined;
}
