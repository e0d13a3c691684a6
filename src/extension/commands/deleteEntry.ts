import * as vscode from 'vscode';
import type { App } from '../app.ts';
import type { LogNode } from '../log/logNodes.ts';
import type { CommandId } from '../manifestNames.ts';
import { setContext } from '../setContext.ts';
import { chosenEntry, isRow } from './chosenEntry.ts';
import { focusedRow } from './focusedRow.ts';
import { needWritableSession } from './needSession.ts';
import { showFailure } from './showFailure.ts';

/** Deletes an entry's file at once, and offers to take it back. By its key, a suggestion or an offer is turned down, and thanks are put away. */
export function deleteEntry(app: App) {
  return async (argument: unknown): Promise<void> => {
    const row = await focusedRow(app, argument);
    const isByKey = argument === 'focused';
    if (isByKey && !isRow(row, 'entry')) {
      return turnDown(app, row);
    }
    const { session, entry } = chosenEntry(app, row);
    await needWritableSession(app, session.uriOf(entry.path));
    if (isByKey && isRow(row, 'entry')) {
      await app.logView.leave(row);
    }
    const removal = session.log.apply({ type: 'removeFile', path: entry.path });
    const before = app.deletions.last;
    // The row may be gone before the file is gone for sure: whoever takes a deletion back by then means this one.
    const deletion = (app.deletions.last = {
      undo: async () => {
        const { undo } = await removal;
        if (undo !== undefined) {
          await session.log.apply(undo);
          await app.logView.select(session, entry.path, isByKey);
        }
      },
    });
    const isDone = await removal.then(
      ({ undo }) => undo !== undefined,
      () => false,
    );
    if (app.deletions.last === deletion) {
      app.deletions.last = isDone ? deletion : before;
      setContext('retrolog.canUndoDelete', app.deletions.last !== undefined);
      if (isDone) {
        offerUndo(app);
      }
    }
    await removal;
  };
}

const turnsDown = {
  suggestion: 'retrolog.dismissSuggestion',
  offer: 'retrolog.dismissOffer',
  thanks: 'retrolog.dismissThanks',
} as const satisfies Partial<Record<LogNode['type'], CommandId>>;

async function turnDown(app: App, row: unknown): Promise<void> {
  for (const type of ['suggestion', 'offer', 'thanks'] as const) {
    if (isRow(row, type)) {
      await app.logView.leave(row);
      await vscode.commands.executeCommand(turnsDown[type], row);
    }
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
