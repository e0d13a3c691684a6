import * as vscode from 'vscode';
import type { ContextKey } from './manifestNames.ts';

/** Tells the editor what its menus and welcome texts depend on. */
export function setContext(key: ContextKey, value: string | boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
