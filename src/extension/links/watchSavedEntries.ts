import * as vscode from 'vscode';
import type { Sessions } from '../sessions.ts';

/** Has the links of every entry that a person saves filled in. */
export function watchSavedEntries(sessions: Sessions, report: (error: unknown) => void): vscode.Disposable {
  return vscode.workspace.onDidSaveTextDocument(({ uri, languageId }) => {
    const session = languageId === 'markdown' ? sessions.of(uri) : undefined;
    if (
      session?.history !== undefined &&
      session.pathOf(uri)?.startsWith(`${session.log.folder}/`) === true
    ) {
      import('./fillSavedLinks.ts').then(({ fillSavedLinks }) => fillSavedLinks(session, uri)).catch(report);
    }
  });
}
