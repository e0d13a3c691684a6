import * as l10n from '@vscode/l10n';
import { displayText } from '../../core/entries/displayText.ts';
import { leftOutSentence } from '../../core/log/leftOut.ts';
import type { RetroLog } from '../../core/log/retroLog.ts';
import { isLogFile } from '../../core/log/logFiles.ts';
import type { Problem } from '../../core/problem.ts';
import { RetroError } from '../../core/retroError.ts';
import type { Answer, Command, Invocation } from '../command.ts';
import { pathFromRoot, type Workplace } from '../workplace.ts';

const longestMessage = 2000;

export const check: Command = {
  name: 'check',
  arguments: [{ name: 'path', optional: true, many: true }],
  options: [],
  summary: () => l10n.t('Say everything that is wrong with the log’s files, or with some of them'),
  run,
};

async function run({ words, openWorkplace }: Invocation): Promise<Answer> {
  const place = await openWorkplace();
  const { log } = place;
  await log.load();
  refuseWithoutLog(log);
  const paths = await existingPaths(words, place);
  const isAsked = (path: string): boolean =>
    paths === undefined ||
    paths.some((asked) => asked === '' || path === asked || path.startsWith(`${asked}/`));
  const problems = log.problems.filter((problem) => isAsked(problem.path));
  const files = paths === undefined ? log.fileCount : filesOf(log).filter(isAsked).length;
  return {
    json: async () => ({
      files,
      problems: problems.map(({ code, severity, path, line, message }) => ({
        code,
        severity,
        path,
        line,
        message,
      })),
    }),
    lines: () => problems.map(problemLine),
    summary: summaryOf(files, problems),
    foundErrors: problems.some((problem) => problem.severity === 'error'),
  };
}

function refuseWithoutLog({ folder, state }: RetroLog): void {
  if (state.name === 'absent') {
    throw new RetroError(
      'not-found',
      state.leftOut
        ? leftOutSentence(folder)
        : l10n.t(
            'There is no folder “{0}” to check. “retrolog init” makes it; --folder names another.',
            folder,
          ),
    );
  }
  if (state.name === 'unreadable') {
    throw new RetroError(
      'cannot-read',
      l10n.t('The folder “{0}” could not be read: {1}', folder, state.reason),
    );
  }
}

/** What was asked for, from the root; a slip of the pen would otherwise look like files without problems. */
async function existingPaths(
  words: readonly string[],
  place: Workplace,
): Promise<readonly string[] | undefined> {
  if (words.length === 0) {
    return undefined;
  }
  const paths: string[] = [];
  for (const word of words) {
    const path = await pathFromRoot(place, word);
    if (path !== '' && (await place.files.read(path)).state === 'missing') {
      throw new RetroError('not-found', l10n.t('There is no file or folder {0}.', path), { path });
    }
    paths.push(path);
  }
  return paths;
}

/** Every file that was read: it gave an entry or a page, or else it has a problem. */
function filesOf(log: RetroLog): readonly string[] {
  const readable = [...log.entries, ...log.pages].map((file) => file.path);
  const troubled = log.problems.map((problem) => problem.path).filter((path) => isLogFile(log.folder, path));
  return [...new Set([...readable, ...troubled])];
}

/** In the form that editors and CI make links of: not translated, but for the message. */
function problemLine({ path, line, severity, message }: Problem): string {
  return `${displayText(path, longestMessage)}:${line}: ${severity}: ${displayText(message, longestMessage)}`;
}

function summaryOf(files: number, problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const checked = files === 1 ? l10n.t('1 file checked') : l10n.t('{0} files checked', files);
  return problems.length === 0
    ? l10n.t('{0}: no problems.', checked)
    : l10n.t('{0}: errors {1}, warnings {2}.', checked, errors, problems.length - errors);
}
