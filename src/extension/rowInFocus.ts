import * as vscode from 'vscode';
import { rowThatToggles } from './rowThatToggles.ts';

const searches = new WeakMap<vscode.TreeView<unknown>, Promise<unknown>>();

/**
 * The row of a view that has the focus, which need not be the selected one; `undefined` where none has. The editor
 * does not tell, so the row is put into the selection and taken out of it again: that opens nothing. Keys that are
 * pressed fast are answered one after another.
 */
export function rowInFocus<T>(view: vscode.TreeView<T>): Promise<T | undefined> {
  const search = (searches.get(view) ?? Promise.resolve()).then(() =>
    rowThatToggles(
      () => view.selection,
      () => vscode.commands.executeCommand('list.toggleSelection'),
    ),
  );
  searches.set(
    view,
    search.catch(() => undefined),
  );
  return search;
}

/**
 * Gives the focus to the row below one that has it and is about to go, or to the one above where it is the last: else
 * no row would have it afterwards, and the next key would be nobody's.
 */
export async function leaveRow<T>(view: vscode.TreeView<T>, row: T): Promise<void> {
  await vscode.commands.executeCommand('list.focusDown');
  if ((await rowInFocus(view)) === row) {
    await vscode.commands.executeCommand('list.focusUp');
  }
}
