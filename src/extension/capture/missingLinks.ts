import type { CommitLink } from '../../core/entries/entry.ts';
import { linkTo } from '../../core/links/linkTo.ts';
import type { Relink } from '../../core/links/relink.ts';
import type { Session } from '../session.ts';
import type { CommitDescriptions } from './commitDescriptions.ts';

/** What was not yet known of an entry's commits when it was saved, as soon as git says it. */
export function missingLinks(
  session: Session,
  commits: readonly CommitLink[],
  descriptions: CommitDescriptions,
): Promise<readonly Relink[]> {
  const unfinished = commits.filter((commit) => commit.patch === undefined);
  return Promise.all(
    unfinished.map(async (commit) => ({
      sha: commit.sha,
      link: await linkTo(commit, descriptions.of(session)),
    })),
  );
}
