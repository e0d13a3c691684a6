import type { CommitLink } from '../../core/entries/entry.ts';
import { linkTo } from '../../core/links/linkTo.ts';
import type { Session } from '../session.ts';
import type { CommitDescriptions } from './commitDescriptions.ts';

/**
 * Writes into an entry what was not yet known of its commits when it was saved. It may be gone by then.
 *
 * @returns whether the file is another one now
 * @throws RetroError as `RetroLog.apply`
 */
export async function completeLinks(
  session: Session,
  path: string,
  commits: readonly CommitLink[],
  descriptions: CommitDescriptions,
): Promise<boolean> {
  const unfinished = commits.filter((commit) => commit.patch === undefined);
  if (unfinished.length === 0) {
    return false;
  }
  const links = await Promise.all(
    unfinished.map(async (commit) => ({
      sha: commit.sha,
      link: await linkTo(commit, descriptions.of(session)),
    })),
  );
  const { paths } = await session.log.apply({ type: 'relink', path, links });
  return paths.length > 0;
}
