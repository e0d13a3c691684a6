import * as vscode from 'vscode';
import { digestOfWeek } from '../../core/digest/digestOfWeek.ts';
import type { App } from '../app.ts';
import { needSession } from './needSession.ts';
import { showFailure } from './showFailure.ts';

/** Puts this week's wins, learnings and thanks on the clipboard, and offers them as a document. */
export function copyDigest(app: App) {
  return async (): Promise<void> => {
    const { log, clock } = await needSession(app);
    await log.load();
    const { text } = digestOfWeek(log.entries, clock.today(log.team.timezone), log.team.team);
    await vscode.env.clipboard.writeText(text);
    offerDocument(text).catch((error: unknown) => showFailure(error, app.output));
  };
}

async function offerDocument(content: string): Promise<void> {
  const open = vscode.l10n.t('Open as a Document');
  const said = vscode.l10n.t('This week’s digest is on the clipboard.');
  if ((await vscode.window.showInformationMessage(said, open)) === open) {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document);
  }
}
