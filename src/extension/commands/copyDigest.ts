import * as vscode from 'vscode';
import { addDays, startOfWeek } from '../../core/dates.ts';
import { weekDigest } from '../../core/digest/weekDigest.ts';
import type { App } from '../app.ts';
import { needSession } from './needSession.ts';
import { showFailure } from './showFailure.ts';

/** Puts this week's wins, learnings and thanks on the clipboard, and offers them as a document. */
export function copyDigest(app: App) {
  return async (): Promise<void> => {
    const { log, clock } = await needSession(app);
    await log.load();
    const today = clock.today(log.team.timezone);
    const span = { since: startOfWeek(today), until: addDays(today, 1) };
    const content = weekDigest(log.entries, span, log.team.team);
    await vscode.env.clipboard.writeText(content);
    offerDocument(content).catch((error: unknown) => showFailure(error, app.output));
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
