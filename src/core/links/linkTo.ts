import type { CommitLink } from '../entries/entry.ts';
import type { History } from '../ports/history.ts';

/**
 * The link that is written for a commit: with everything that lets it survive, as far as git can say it now. The one
 * way to make one.
 *
 * @param known what is known already, and what is written where git cannot say more
 * @param timeUp when to write what is known; without it, whatever it takes
 */
export async function linkTo(
  known: CommitLink,
  history: Pick<History, 'describe'> | undefined,
  timeUp?: Promise<unknown>,
): Promise<CommitLink> {
  const described = history?.describe(known.sha);
  const answer = await (timeUp === undefined ? described : Promise.race([described, timeUp.then(nothing)]));
  return answer?.state === 'ok' && answer.value !== undefined ? { ...known, ...answer.value } : known;
}

function nothing(): undefined {
  return undefined;
}
