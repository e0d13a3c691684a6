import * as vscode from 'vscode';
import { RetroError } from '../../core/retroError.ts';
import type { App } from '../app.ts';
import { type ChosenEntry, entryInEditor } from '../entryInEditor.ts';
import type { FoundPlace } from '../../core/code/aboutCode.ts';
import type { EntryNode, EntryRow, LogNode } from '../log/logNodes.ts';

/**
 * The entry that a command is about: the row it was called on, the one in the active editor, or the selected one.
 *
 * @throws RetroError `not-found` where there is none
 */
export function chosenEntry(app: App, row: unknown): ChosenEntry {
  const found =
    isEntryRow(row) || isRow(row, 'loop') ? row : (entryInEditor(app.sessions) ?? app.logView.selected);
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

/** Where in the file that is open the entry of a row is, if it is in the section about that file. */
export function foundPlaceOf(row: unknown): FoundPlace | undefined {
  return isEntryRow(row) ? (row as Partial<EntryNode>).found : undefined;
}

/** Whether a command was called on an entry: a row of the log view, or a line above the code. */
export function isEntryRow(row: unknown): row is EntryRow {
  return typeof row === 'object' && row !== null && (row as Partial<LogNode>).type === 'entry';
}
