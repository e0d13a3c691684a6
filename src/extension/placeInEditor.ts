import type * as vscode from 'vscode';
import { longestPlaceText } from '../core/code/locatePlace.ts';
import type { CodePlace } from '../core/entries/entry.ts';
import type { Session } from './session.ts';

/** The line where the selection starts, as a place in the code; none in a file of the log or of elsewhere. */
export function placeInEditor(session: Session, editor: vscode.TextEditor): CodePlace | undefined {
  const path = session.pathOf(editor.document.uri);
  if (path === undefined || path.startsWith(`${session.log.folder}/`)) {
    return undefined;
  }
  const line = editor.document.lineAt(editor.selection.start.line);
  const text = line.text.trim().slice(0, longestPlaceText);
  return { path, line: line.lineNumber + 1, ...(text === '' ? {} : { text }) };
}
