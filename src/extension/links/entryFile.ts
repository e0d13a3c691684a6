import type * as vscode from 'vscode';
import { type LinkLines, linkLines } from '../../core/links/linkLines.ts';
import type { ChosenEntry } from '../entryInEditor.ts';
import type { Sessions } from '../sessions.ts';

/** An entry's file in an editor, and where its links stand in the text as it is now. */
export interface EntryFile extends ChosenEntry {
  readonly lines: LinkLines;
}

/** What a document is as an entry; `undefined` for one that is none, or cannot be read now. */
export function entryFile(sessions: Sessions, document: vscode.TextDocument): EntryFile | undefined {
  const session = sessions.of(document.uri);
  const path = session?.pathOf(document.uri);
  const entry = path === undefined ? undefined : session?.log.at(path);
  const lines = entry === undefined ? undefined : linkLines(document.getText());
  return session === undefined || entry === undefined || lines === undefined
    ? undefined
    : { session, entry, lines };
}
