import * as vscode from 'vscode';
import type { Git, GitAnswer } from '../../core/ports/git.ts';
import type { History } from '../../core/ports/history.ts';
import { RetroError } from '../../core/retroError.ts';
import type { Session } from '../session.ts';

/**
 * What can be asked of a log's repository.
 *
 * @throws RetroError `not-trusted` in a restricted workspace
 */
export function needHistory(session: Session): { readonly git: Git; readonly history: History } {
  const { git, history } = session;
  if (git === undefined || history === undefined) {
    throw new RetroError(
      'not-trusted',
      vscode.l10n.t(
        'This workspace is restricted, so git is not run. Trust it first, with “Manage Workspace Trust”.',
      ),
    );
  }
  return { git, history };
}

/**
 * What git answered.
 *
 * @throws RetroError `git` where it could not
 */
export function needAnswer<T>(answer: GitAnswer<T>): T {
  switch (answer.state) {
    case 'ok':
      return answer.value;
    case 'noRepository':
      throw new RetroError(
        'git',
        vscode.l10n.t('This folder is not in a git repository, so there are no commits to link to.'),
      );
    case 'failed':
      throw new RetroError('git', vscode.l10n.t('Git could not be asked: {0}', answer.reason));
  }
}
