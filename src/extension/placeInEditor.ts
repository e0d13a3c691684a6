import type * as vscode from 'vscode';
import type { CodePlace } from '../core/entries/entry.ts';
import type { Session } from './session.ts';

/** Longer lines are cut: their beginning is enough to find them again. */
const longest = 200;

/** The line where the selection starts, as a place in the code; none in a file of the log or of elsewhere. */
export function placeInEditor(session: Session, editor: vscode.TextEditor): CodePlace | undefined {
  const path = session.pathOf(editor.document.uri);
  if (path === undefined || path.startsWith(`${session.log.folder}/`)) {
    return undefined;
  }
  const line = editor.document.lineAt(editor.selection.start.line);
  const text = line.text.trim().slice(0, longest);
  return { path, line: line.lineNumber + 1, ...(text === '' ? {} : { text }) };
}
