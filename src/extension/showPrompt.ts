import * as vscode from 'vscode';

type Many = { readonly canPickMany: true };

/**
 * The editor's own list at its top, which stays until it is answered or left with Escape: a panel that gets the focus back
 * from the palette a moment too late would close it.
 */
export function showPick<T extends vscode.QuickPickItem>(
  items: readonly T[],
  options: vscode.QuickPickOptions & Many,
): Thenable<T[] | undefined>;
export function showPick<T extends vscode.QuickPickItem>(
  items: readonly T[],
  options: vscode.QuickPickOptions,
): Thenable<T | undefined>;
export function showPick<T extends vscode.QuickPickItem>(
  items: readonly T[],
  options: vscode.QuickPickOptions,
): Thenable<T | T[] | undefined> {
  return vscode.window.showQuickPick(items, { ...options, ignoreFocusOut: true });
}

/** The editor's own box at its top, which stays as `showPick` does. */
export function showBox(options: vscode.InputBoxOptions): Thenable<string | undefined> {
  return vscode.window.showInputBox({ ...options, ignoreFocusOut: true });
}
