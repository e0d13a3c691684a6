import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { chosenEntry } from './chosenEntry.ts';

/** Opens an entry's file. */
export function openEntry(app: App) {
  return async (row: unknown): Promise<void> => {
    const { session, entry } = chosenEntry(app, row);
    await vscode.commands.executeCommand('vscode.open', session.uriOf(entry.path));
  };
}
