import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { chooseEntry } from '../work/chooseEntry.ts';
import { isIn } from '../work/isIn.ts';
import { takeStep } from '../work/takeStep.ts';

/** Says that a blocker is out of the way. */
export function clearBlocker(app: App) {
  return async (row: unknown): Promise<void> => {
    const chosen = await chooseEntry(app, row, isIn('blocker', 'open'));
    if (chosen !== undefined) {
      const date = chosen.session.clock.today();
      await takeStep(app, chosen, { type: 'clearBlocker', date }, vscode.l10n.t('The blocker is cleared.'));
    }
  };
}
