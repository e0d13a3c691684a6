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
