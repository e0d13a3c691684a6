import type { App } from '../app.ts';

/**
 * What a command was called with; where that was a key in a view, the row that has the focus there, which need not be
 * the selected one.
 *
 * @param argument `focused` for the log view, `focusedWork` for the view of open work, as the key bindings have it
 * @returns `undefined` where a key was pressed and no row has the focus
 */
export async function focusedRow(app: App, argument: unknown): Promise<unknown> {
  if (argument !== 'focused' && argument !== 'focusedWork') {
    return argument;
  }
  const view = argument === 'focused' ? app.logView : app.work;
  // While a view is being drawn anew, its rows are not known for a moment.
  return (await view.focused()) ?? (await view.focused());
}
