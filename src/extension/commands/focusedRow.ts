import type { App } from '../app.ts';

/**
 * What a command was called with; where that was a key in a view, the row that has the focus there, which need not be
 * the selected one.
 *
 * @param argument `focused` for the log view, `focusedWork` for the view of open work, as the key bindings have it
 * @returns `undefined` where a key was pressed and no row has the focus
 */
export async function focusedRow(app: App, argument: unknown): Promise<unknown> {
  switch (argument) {
    case 'focused':
      return app.logView.focused();
    case 'focusedWork':
      return app.work.focused();
    default:
      return argument;
  }
}

/**
 * What a command was called with by the editor. The menu of a row gives the row, and nothing but its place in the
 * list of arguments where the view is being drawn anew at that moment; the row has the focus then.
 */
export async function rowMeant(app: App, given: readonly unknown[]): Promise<unknown> {
  const [row] = given;
  const isLost = given.length > 1 && (row === undefined || row === null);
  return isLost ? ((await app.logView.focused()) ?? (await app.work.focused())) : row;
}
