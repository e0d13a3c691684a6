import * as l10n from '@vscode/l10n';
import { leftOutSentence } from '../core/log/leftOut.ts';
import type { RetroLog } from '../core/log/retroLog.ts';
import { RetroError } from '../core/retroError.ts';
import type { Terminal } from './terminal.ts';
import type { Workplace } from './workplace.ts';

/**
 * Reads all files of a log, and says on stderr what could not be taken in.
 *
 * @throws RetroError `cannot-read` where the folder itself cannot be read
 */
export async function loadLog({ log }: Pick<Workplace, 'log'>, terminal: Terminal): Promise<void> {
  await log.load();
  if (log.state.name === 'unreadable') {
    throw new RetroError(
      'cannot-read',
      l10n.t('The folder “{0}” could not be read: {1}', log.folder, log.state.reason),
      { path: log.folder },
    );
  }
  if (log.state.name === 'absent') {
    terminal.say(
      log.state.leftOut
        ? leftOutSentence(log.folder)
        : l10n.t('There is no folder “{0}” yet. “retrolog init” makes it.', log.folder),
    );
  }
  const count = leftOut(log).size;
  if (count === 1) {
    terminal.say(l10n.t('1 file was left out. “retrolog check” says why.'));
  } else if (count > 1) {
    terminal.say(l10n.t('{0} files were left out. “retrolog check” says why.', count));
  }
}

/** The paths from which no entry and no page could be read. */
export function leftOut(log: RetroLog): ReadonlySet<string> {
  const readable = new Set([...log.entries, ...log.pages].map((file) => file.path));
  return new Set(
    log.problems
      .filter(({ severity, path }) => severity === 'error' && path.endsWith('.md') && !readable.has(path))
      .map((problem) => problem.path),
  );
}
