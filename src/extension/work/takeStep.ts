import * as vscode from 'vscode';
import type { LogEdit } from '../../core/log/logEdit.ts';
import type { Step } from '../../core/work/step.ts';
import type { App } from '../app.ts';
import { undoDelete } from '../commands/deleteEntry.ts';
import { needWritableSession } from '../commands/needSession.ts';
import { showFailure } from '../commands/showFailure.ts';
import type { ChosenEntry } from '../entryInEditor.ts';
import { setContext } from '../setContext.ts';

/**
 * Takes a step with an entry, says so, and keeps what takes it back.
 *
 * @param done what is said afterwards, without text from the log
 * @param follow what is done next, as a part of the same step; what it gives back is taken back first
 * @throws RetroError as `RetroLog.apply` says
 */
export async function takeStep(
  app: App,
  { session, entry }: ChosenEntry,
  step: Step,
  done: string,
  follow: () => Promise<LogEdit | undefined> = async () => undefined,
): Promise<void> {
  await needWritableSession(app, session.uriOf(entry.path));
  const { undo } = await session.log.apply({ type: 'takeStep', path: entry.path, step });
  const undos = undo === undefined ? [] : [undo];
  app.deletions.last = {
    undo: async () => {
      for (const edit of undos) {
        await session.log.apply(edit);
      }
    },
  };
  setContext('retrolog.canUndoDelete', true);
  const followed = await follow();
  if (followed !== undefined) {
    undos.unshift(followed);
  }
  offerUndo(app, done);
}

function offerUndo(app: App, done: string): void {
  const undo = vscode.l10n.t('Undo');
  const mine = app.deletions.last;
  const offer = async (): Promise<void> => {
    const choice = await vscode.window.showInformationMessage(done, undo);
    if (choice === undo && app.deletions.last === mine) {
      await undoDelete(app)();
    }
  };
  offer().catch((error: unknown) => showFailure(error, app.output));
}
