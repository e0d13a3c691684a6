import * as vscode from 'vscode';
import type { LogEdit } from '../../core/log/logEdit.ts';
import { RetroError } from '../../core/retroError.ts';
import type { App } from '../app.ts';
import { showFailure } from '../commands/showFailure.ts';
import type { Session } from '../session.ts';

/**
 * Says what was done, and offers to take it back. It does not wait for an answer.
 *
 * @param edits that take it back, in the order in which what they undo was done
 */
export function offerUndo(
  app: Pick<App, 'output'>,
  session: Session,
  edits: readonly LogEdit[],
  done: string,
): void {
  const undo = vscode.l10n.t('Undo');
  const follow = async (): Promise<void> => {
    const choice = await vscode.window.showInformationMessage(done, ...(edits.length > 0 ? [undo] : []));
    if (choice === undo) {
      await takeBack(session, edits);
    }
  };
  follow().catch((error: unknown) => showFailure(error, app.output));
}

/** A file that was changed since stays as it is, and does not keep the others from being taken back. */
async function takeBack(session: Session, edits: readonly LogEdit[]): Promise<void> {
  let failure: RetroError | undefined;
  for (const edit of edits.toReversed()) {
    try {
      await session.log.apply(edit);
    } catch (error) {
      if (!(error instanceof RetroError)) {
        throw error;
      }
      failure ??= error;
    }
  }
  if (failure !== undefined) {
    throw failure;
  }
}
