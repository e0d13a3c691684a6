import * as vscode from 'vscode';
import { pageFile } from '../../core/log/logFiles.ts';
import type { TeamPage } from '../../core/pages/teamPage.ts';
import type { App } from '../app.ts';
import { EditorFiles } from '../editorFiles.ts';
import { needSession, needWritableSession } from './needSession.ts';

/** Opens one of the team's pages; where there is none yet, makes one to begin with. */
export function openTeamPage(page: TeamPage) {
  return (app: App) => async (): Promise<void> => {
    const session = await needSession(app);
    const path = pageFile(session.log.folder, page);
    if ((await new EditorFiles(session.root).read(path)).state === 'missing') {
      await (await needWritableSession(app)).log.apply({ type: 'addPage', page });
    }
    await vscode.commands.executeCommand('vscode.open', session.uriOf(path));
  };
}
