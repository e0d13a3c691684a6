import * as vscode from 'vscode';
import { digestOfWeek } from '../../core/digest/digestOfWeek.ts';
import { digestFile } from '../../core/log/logFiles.ts';
import type { App } from '../app.ts';
import { offerUndo } from '../links/offerUndo.ts';
import { needWritableSession } from './needSession.ts';

/** Writes this week's wins, learnings and thanks into a file of the log, and opens it. */
export function saveDigest(app: App) {
  return async (): Promise<void> => {
    const session = await needWritableSession(app);
    const { log, clock } = session;
    await log.load();
    const { monday, text } = digestOfWeek(log.entries, clock.today(log.team.timezone), log.team.team);
    const { paths, undo } = await log.apply({ type: 'addDigest', monday, text });
    await vscode.commands.executeCommand('vscode.open', session.uriOf(digestFile(log.folder, monday)));
    const said =
      paths.length === 0
        ? vscode.l10n.t('This week’s digest is in the log already.')
        : vscode.l10n.t('This week’s digest is in the log. Commit it with your work.');
    offerUndo(app, session, undo === undefined ? [] : [undo], said);
    (await app.nudges.desk()).lookSoon();
  };
}
