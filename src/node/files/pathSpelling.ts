import * as l10n from '@vscode/l10n';
import { RetroError } from '../../core/retroError.ts';

/**
 * The segments of a POSIX path below the root.
 *
 * @throws RetroError `bad-path` where the spelling alone leads out of the root, into git's own folder, or to
 *   something that another system would read differently
 */
export function segmentsOf(path: string): readonly string[] {
  if (!isSafePath(path)) {
    throw new RetroError(
      'bad-path',
      l10n.t(
        '“{0}” is not a path inside this repository. Use a relative path with “/” between folders.',
        path,
      ),
      { path },
    );
  }
  return path.split('/');
}

/** Nearly every path: no segment begins with a dot or holds a character that matters. Saves the other checks. */
const plain = /^\w[\w.-]*(?:\/\w[\w.-]*)*$/;
const plainSegment = /^\w[\w.-]*$/;

/** Whether the spelling of a path keeps it below the root and out of git's own folder. */
export function isSafePath(path: string): boolean {
  if (plain.test(path)) {
    return true;
  }
  return (
    path.split('/').every(isSafeSegment) && !/^[A-Za-z]:/.test(path) && !(onWindows && path.includes(':'))
  );
}

/** Whether a name can be part of a path: not empty, no way up, no separator, not git's own folder. */
export function isSafeSegment(name: string): boolean {
  return (
    plainSegment.test(name) ||
    (name !== '' && !/^\.{1,2}$/.test(name) && !/[\\\0]/.test(name) && !isGitFolder(name))
  );
}

/** There a colon names a stream that hides behind a file. */
const onWindows = process.platform === 'win32';

/** Characters that macOS leaves out when it compares names. */
const ignoredInNames = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/** Whether some system takes this name for `.git`: other case, trailing dots, a short name, a stream. */
function isGitFolder(name: string): boolean {
  const plain = name.replace(ignoredInNames, '').toLowerCase();
  return /^(\.git|git~1)[ .]*(:.*)?$/.test(plain);
}
