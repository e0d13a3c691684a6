import * as vscode from 'vscode';
import { teamFile } from '../../core/log/logFiles.ts';
import type { App } from '../app.ts';
import { needWritableSession } from './needSession.ts';

/** Makes the log's folder with its settings, and opens them; what is there already is only opened. */
export function initialise(app: App) {
  return async (): Promise<void> => {
    const session = await needWritableSession(app);
    await session.log.apply({ type: 'initialise' });
    await vscode.commands.executeCommand('vscode.open', session.uriOf(teamFile(session.log.folder)));
  };
}
