import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { chosenEntry } from './chosenEntry.ts';

/** Copies an entry's id, as `links` and commit messages name it. */
export function copyId(app: App) {
  return async (row: unknown): Promise<void> => {
    await vscode.env.clipboard.writeText(chosenEntry(app, row).entry.id);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Id copied'), 3000);
  };
}
