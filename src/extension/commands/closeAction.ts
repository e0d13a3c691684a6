import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { chooseEntry } from '../work/chooseEntry.ts';
import { isIn } from '../work/isIn.ts';
import { takeStep } from '../work/takeStep.ts';

/** Says that an action is done. */
export function closeAction(app: App) {
  return async (row: unknown): Promise<void> => {
    const chosen = await chooseEntry(app, row, isIn('action', 'open'));
    if (chosen !== undefined) {
      const date = chosen.session.clock.today();
      await takeStep(app, chosen, { type: 'closeAction', date }, vscode.l10n.t('The action is closed.'));
    }
  };
}
