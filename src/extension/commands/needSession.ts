import * as vscode from 'vscode';
import { RetroError } from '../../core/retroError.ts';
import type { App } from '../app.ts';
import type { Session } from '../session.ts';

/**
 * The log that a command is about.
 *
 * @throws RetroError `not-found` where no folder is open
 */
export async function needSession(app: App, uri?: vscode.Uri): Promise<Session> {
  await app.sessions.open();
  const session = (uri && app.sessions.of(uri)) ?? app.sessions.current;
  if (session === undefined) {
    throw new RetroError(
      'not-found',
      app.sessions.none === 'noFolder'
        ? vscode.l10n.t('Open the folder of a project first: its log is kept beside the code.')
        : vscode.l10n.t(
            'The log is kept in files beside the code, and this folder is not on a disk that can be reached.',
          ),
    );
  }
  return session;
}

/**
 * The log that a command is going to write to.
 *
 * @throws RetroError `not-trusted` in a restricted workspace
 */
export async function needWritableSession(app: App, uri?: vscode.Uri): Promise<Session> {
  const session = await needSession(app, uri);
  if (!vscode.workspace.isTrusted) {
    throw new RetroError(
      'not-trusted',
      vscode.l10n.t(
        'This workspace is restricted, so nothing is written to its log. Trust it first, with “Manage Workspace Trust”.',
      ),
    );
  }
  return session;
}
