import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { setContext } from '../setContext.ts';
import { chosenEntry, isRow } from './chosenEntry.ts';
import { focusedRow } from './focusedRow.ts';
import { needWritableSession } from './needSession.ts';
import { showFailure } from './showFailure.ts';

/** Deletes an entry's file at once, and offers to take it back. By its key, a suggestion or an offer is turned down, and thanks are put away. */
export function deleteEntry(app: App) {
  return async (argument: unknown): Promise<void> => {
    const row = await focusedRow(app, argument);
    if (argument === 'focused' && !isRow(row, 'entry')) {
      return turnDown(row);
    }
    const { session, entry } = chosenEntry(app, row);
    await needWritableSession(app, session.uriOf(entry.path));
    const { undo } = await session.log.apply({ type: 'removeFile', path: entry.path });
    if (undo === undefined) {
      return;
    }
    app.deletions.last = {
      undo: async () => {
        await session.log.apply(undo);
        await app.logView.select(session, entry.path);
      },
    };
    setContext('retrolog.canUndoDelete', true);
    offerUndo(app);
  };
}

async function turnDown(row: unknown): Promise<void> {
  if (isRow(row, 'suggestion')) {
    await vscode.commands.executeCommand('retrolog.dismissSuggestion', row);
  } else if (isRow(row, 'offer')) {
    await vscode.commands.executeCommand('retrolog.dismissOffer', row);
  } else if (isRow(row, 'thanks')) {
    await vscode.commands.executeCommand('retrolog.dismissThanks', row);
  }
}

/** Puts back the entry that was deleted last. */
export function undoDelete(app: App) {
  return async (): Promise<void> => {
    const deletion = app.deletions.last;
    app.deletions.last = undefined;
    setContext('retrolog.canUndoDelete', false);
    await deletion?.undo();
  };
}

function offerUndo(app: App): void {
  const undo = vscode.l10n.t('Undo');
  const deletion = app.deletions.last;
  vscode.window.showInformationMessage(vscode.l10n.t('The entry was deleted.'), undo).then(
    (choice) => {
      if (choice === undo && app.deletions.last === deletion) {
        undoDelete(app)().catch((error: unknown) => showFailure(error, app.output));
      }
    },
    (error: unknown) => showFailure(error, app.output),
  );
}
