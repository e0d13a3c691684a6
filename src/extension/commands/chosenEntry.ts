import * as vscode from 'vscode';
import { RetroError } from '../../core/retroError.ts';
import type { App } from '../app.ts';
import { type ChosenEntry, entryInEditor } from '../entryInEditor.ts';
import type { LogNode } from '../log/logNodes.ts';

/**
 * The entry that a command is about: the row it was called on, the one in the active editor, or the selected one.
 *
 * @throws RetroError `not-found` where there is none
 */
export function chosenEntry(app: App, row: unknown): ChosenEntry {
  const found = isRow(row, 'entry') ? row : (entryInEditor(app.sessions) ?? app.logView.selected);
  if (found === undefined) {
    throw new RetroError(
      'not-found',
      vscode.l10n.t('Choose an entry in the log view first, or open its file.'),
    );
  }
  return found;
}

/** Whether what a command was called with is a row of this type. */
export function isRow<T extends LogNode['type']>(
  row: unknown,
  type: T,
): row is LogNode & { readonly type: T } {
  return typeof row === 'object' && row !== null && (row as Partial<LogNode>).type === type;
}
