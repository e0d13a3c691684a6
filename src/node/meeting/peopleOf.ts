import type { RetroLog } from '../../core/log/retroLog.ts';
import type { Git } from '../../core/ports/git.ts';

/** Names to choose an owner from, most likely first: those of recent commits, and those who had something before. */
export async function peopleOf({
  git,
  log,
}: {
  readonly git: Git | undefined;
  readonly log: RetroLog;
}): Promise<readonly string[]> {
  const answer = await git?.people();
  const names = answer?.state === 'ok' ? answer.value : [];
  const owners = log.entries.flatMap(({ owner }) => owner ?? []);
  return [...new Set([...names, ...owners])].map((name) => name.slice(0, 200)).slice(0, 500);
}
