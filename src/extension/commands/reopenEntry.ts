import * as vscode from 'vscode';
import type { Entry } from '../../core/entries/entry.ts';
import type { App } from '../app.ts';
import { chooseEntry } from '../work/chooseEntry.ts';
import { takeStep } from '../work/takeStep.ts';

/** Takes the end of an experiment, an action or a blocker back. */
export function reopenEntry(app: App) {
  return async (row: unknown): Promise<void> => {
    const chosen = await chooseEntry(app, row, hasEnded);
    if (chosen !== undefined) {
      await takeStep(app, chosen, { type: 'reopen' }, vscode.l10n.t('It is open again.'));
    }
  };
}

function hasEnded({ status = '' }: Entry): boolean {
  return ['concluded', 'done', 'dropped', 'cleared'].includes(status);
}
