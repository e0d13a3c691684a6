import * as vscode from 'vscode';
import type { LogEdit } from '../../core/log/logEdit.ts';
import { pageFile } from '../../core/log/logFiles.ts';
import type { App } from '../app.ts';
import { offerUndo } from '../links/offerUndo.ts';
import type { Session } from '../session.ts';

/**
 * Says that something is in the plan, offers to take it back, and shows the plan.
 *
 * @param edits that take it back, in the order in which what they undo was done
 */
export async function tellPlanned(app: App, session: Session, edits: readonly LogEdit[]): Promise<void> {
  offerUndo(app, session, edits, vscode.l10n.t('It is in the plan.'));
  await vscode.commands.executeCommand('vscode.open', session.uriOf(pageFile(session.log.folder, 'plan')));
}
