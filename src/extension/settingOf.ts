import * as vscode from 'vscode';
import type { SettingKey } from './manifestNames.ts';

/** Whether a setting that is on or off is on, for a file or for the window. */
export function isOn(
  key: Exclude<SettingKey, 'folder' | 'codeLens' | 'dailyQuestion'>,
  scope?: vscode.Uri,
): boolean {
  return vscode.workspace.getConfiguration('retrolog', scope).get(key, false);
}
