import * as vscode from 'vscode';

/** How often is looked, and milliseconds in between, while a view is being drawn anew and its rows are not known. */
const mostLooks = 10;
const pause = 50;

/**
 * The row of a view that has the focus, which need not be the selected one; `undefined` where none has. The editor
 * does not tell, so the row is put into the selection and taken out of it until it is seen to come in: that opens
 * nothing.
 */
export async function rowInFocus<T>(view: vscode.TreeView<T>): Promise<T | undefined> {
  for (let look = 0; look < mostLooks; look += 1) {
    const before = view.selection;
    await toggle();
    const row = view.selection.findLast((each) => !before.includes(each));
    if (row !== undefined) {
      if (before.length > 0) {
        await toggle();
      }
      return row;
    }
    if (look > 0) {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return undefined;
}

function toggle(): Thenable<unknown> {
  return vscode.commands.executeCommand('list.toggleSelection');
}
