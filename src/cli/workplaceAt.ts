import * as l10n from '@vscode/l10n';
import type { FilesThen, Moment } from '../core/ports/versions.ts';
import { readLogAt } from '../core/review/readLogAt.ts';
import { cryptoIds } from '../node/cryptoIds.ts';
import { systemClock } from '../node/systemClock.ts';
import { leftOut } from './loadLog.ts';
import type { Terminal } from './terminal.ts';
import type { Workplace } from './workplace.ts';

/** A log as a commit has it, which can be read and not be changed. */
export interface PastWorkplace extends Workplace {
  readonly files: FilesThen;
}

/**
 * The same workplace at an earlier time: its log and its files are those of a commit. Says on stderr what could not be
 * taken in.
 *
 * @throws RetroError `git`
 */
export async function workplaceAt(
  place: Workplace,
  { sha }: Moment,
  terminal: Terminal,
): Promise<PastWorkplace> {
  const { log, files } = await readLogAt(place.versions, {
    folder: place.folder,
    sha,
    clock: systemClock,
    ids: cryptoIds,
  });
  const commit = sha.slice(0, 12);
  const count = leftOut(log).size;
  if (count > 0) {
    terminal.say(
      l10n.t('Left out, because they could not be read as they were in {0}: {1} files.', commit, count),
    );
  }
  return { ...place, log, files, removeStaleFiles: async () => undefined };
}
