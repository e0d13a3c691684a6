import * as l10n from '@vscode/l10n';
import { plainReason } from '../../core/git/plainReason.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import type { GitEnd } from './runGit.ts';

/** An answer without a value. */
export type NoAnswer = Exclude<GitAnswer<never>, { readonly state: 'ok' }>;

/** What an end that is no answer means, as a sentence that says what to do. */
export function gitFailure(end: GitEnd, timeLimit: number): NoAnswer {
  switch (end.state) {
    case 'ended':
      return refusal(end.exitCode, end.stderr);
    case 'timeLimit':
      return failed(
        l10n.t(
          'git did not answer within {0} seconds and was stopped. Try again in a while.',
          timeLimit / 1000,
        ),
      );
    case 'outputLimit':
      return failed(l10n.t('git answered with more than can be read here, and was stopped.'));
    case 'interrupted':
      return failed(l10n.t('git was stopped, because its answer is not needed any more.'));
    case 'crashed':
      return failed(l10n.t('git stopped before it answered. See whether “git version” works in a terminal.'));
    case 'noFolder':
      return failed(l10n.t('The folder is not there, or is no folder.'));
    case 'notStarted':
      return failed(l10n.t('git could not be started: {0}', plainReason(end.reason)));
  }
}

/** The answer where there is no git at all. */
export function gitMissing(executable: string): NoAnswer {
  return failed(
    l10n.t('“{0}” was not found. Install git (https://git-scm.com), or add its folder to PATH.', executable),
  );
}

/** An answer with a reason. */
export function failed(reason: string): NoAnswer {
  return { state: 'failed', reason };
}

function refusal(exitCode: number, stderr: string): NoAnswer {
  // Without “or any”, it was led to one that is not there: by a worktree that was moved, say.
  if (/^fatal: not a git repository \(or any/m.test(stderr)) {
    return { state: 'noRepository' };
  }
  const fix = /^\s*(git config --global --add safe\.directory .+)$/m.exec(stderr)?.[1];
  if (fix !== undefined) {
    return failed(
      l10n.t(
        'git does not read this repository, because it belongs to someone else. If you trust it, run: {0}',
        plainReason(fix),
      ),
    );
  }
  if (/^fatal: cannot use bare repository/m.test(stderr)) {
    return failed(
      l10n.t('This is a bare git repository: it has no files, and so no retrospectives, to read.'),
    );
  }
  const said = plainReason(stderr).replace(/^(?:fatal|error): /, '');
  return failed(
    said === ''
      ? l10n.t('git could not read the repository (exit code {0}).', exitCode)
      : l10n.t('git could not read the repository: {0}', said),
  );
}
