import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { chosenEntry } from './chosenEntry.ts';

/** Shows an entry's file in the Explorer. */
export function revealEntry(app: App) {
  return async (row: unknown): Promise<void> => {
    const { session, entry } = chosenEntry(app, row);
    await vscode.commands.executeCommand('revealInExplorer', session.uriOf(entry.path));
  };
}
