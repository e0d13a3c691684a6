import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { chooseEntry } from '../work/chooseEntry.ts';
import { isIn } from '../work/isIn.ts';
import { takeStep } from '../work/takeStep.ts';
import { needWritableSession } from './needSession.ts';
import { showBox } from '../showPrompt.ts';

/** Says that an action will not be done, and why. */
export function dropAction(app: App) {
  return async (row: unknown): Promise<void> => {
    const chosen = await chooseEntry(app, row, isIn('action', 'open'));
    if (chosen === undefined) {
      return;
    }
    await needWritableSession(app, chosen.session.uriOf(chosen.entry.path));
    const reason = await showBox({
      title: vscode.l10n.t('Why is the action dropped?'),
      prompt: vscode.l10n.t('A few words for whoever has the idea again'),
      validateInput: (text) =>
        text.trim() === '' && text !== '' ? vscode.l10n.t('Write a few words.') : undefined,
    });
    if (reason !== undefined) {
      const date = chosen.session.clock.today();
      await takeStep(
        app,
        chosen,
        { type: 'dropAction', date, reason },
        vscode.l10n.t('The action is dropped.'),
      );
    }
  };
}
