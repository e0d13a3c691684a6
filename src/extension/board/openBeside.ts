import * as vscode from 'vscode';
import type { Session } from '../session.ts';

/** Opens a file of a log beside the board. */
export async function openBeside(session: Session, path: string): Promise<void> {
  const beside = { viewColumn: vscode.ViewColumn.Beside, preview: true };
  await vscode.commands.executeCommand('vscode.open', session.uriOf(path), beside);
}

/** Opens the file of an entry beside the board, where there is one. */
export async function openEntryBeside(session: Session, id: string): Promise<void> {
  const entry = session.log.withId(id)[0];
  if (entry !== undefined) {
    await openBeside(session, entry.path);
  }
}
