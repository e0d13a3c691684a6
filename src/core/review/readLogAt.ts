import type { LogPorts } from '../log/changeLog.ts';
import { RetroLog } from '../log/retroLog.ts';
import type { Cancellation } from '../ports/cancellation.ts';
import type { FilesThen, Versions } from '../ports/versions.ts';
import { fromGit } from './momentNamed.ts';

/** A log as a commit has it. It can be read and searched; an edit of it is refused. */
export interface LogThen {
  readonly log: RetroLog;
  readonly files: FilesThen;
}

/**
 * Reads the log as a commit has it.
 *
 * @param folder the log's folder, POSIX, from its root
 * @param sha full hash
 * @throws RetroError `git`
 */
export async function readLogAt(
  versions: Pick<Versions, 'filesAt'>,
  { folder, sha, ...ports }: Omit<LogPorts, 'files'> & { readonly folder: string; readonly sha: string },
  cancellation?: Cancellation,
): Promise<LogThen> {
  const files = fromGit(await versions.filesAt(sha));
  const log = new RetroLog({ ...ports, files }, folder);
  await log.load(cancellation);
  return { log, files };
}
