import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { markdownLink } from '../../core/entries/markdownLink.ts';
import { chosenEntry } from './chosenEntry.ts';

/** Copies an entry's title as a Markdown link to its file, from the root of the repository. */
export function copyLink(app: App) {
  return async (row: unknown): Promise<void> => {
    const { entry } = chosenEntry(app, row);
    await vscode.env.clipboard.writeText(markdownLink(entry.title, `/${entry.path}`));
    vscode.window.setStatusBarMessage(vscode.l10n.t('Link copied'), 3000);
  };
}
