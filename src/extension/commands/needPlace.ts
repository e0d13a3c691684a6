import * as vscode from 'vscode';
import type { CodePlace } from '../../core/entries/entry.ts';
import { RetroError } from '../../core/retroError.ts';
import type { App } from '../app.ts';
import { placeInEditor } from '../placeInEditor.ts';
import type { Session } from '../session.ts';
import { needWritableSession } from './needSession.ts';

/** The line that the cursor is on, and the log in whose repository it is. */
export interface NeededPlace {
  readonly session: Session;
  readonly editor: vscode.TextEditor;
  readonly place: CodePlace;
}

/**
 * The line of code that a command is about.
 *
 * @throws RetroError `not-trusted`, or `bad-input` where no file of the project is open
 */
export async function needPlace(app: App): Promise<NeededPlace> {
  const editor = vscode.window.activeTextEditor;
  const session = await needWritableSession(app, editor?.document.uri);
  const place = editor && placeInEditor(session, editor);
  if (editor === undefined || place === undefined) {
    throw new RetroError(
      'bad-input',
      vscode.l10n.t('Open a file of this project first, with the cursor on the line that you mean.'),
    );
  }
  return { session, editor, place };
}
