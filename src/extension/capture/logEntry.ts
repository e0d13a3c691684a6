import * as vscode from 'vscode';
import type { EntryDraft } from '../../core/entries/draft.ts';
import type { LogEdit } from '../../core/log/logEdit.ts';
import { RetroError } from '../../core/retroError.ts';
import type { Session } from '../session.ts';
import { isOn } from '../settingOf.ts';

/** An entry that was logged, and what takes it back. */
export interface LoggedEntry {
  readonly id: string;
  readonly title: string;
  /** POSIX, from the root of the repository. */
  readonly path: string;
  readonly undo: LogEdit;
}

/**
 * Makes a draft an entry, and stages and opens it where the settings say so. The one way from what a person
 * gave to a file, whether it was typed into the capture view or into a command's prompt.
 *
 * @throws RetroError as `RetroLog.apply` says; then nothing was written
 */
export async function logEntry(session: Session, draft: EntryDraft): Promise<LoggedEntry> {
  const { id, paths, undo } = await session.log.apply({ type: 'addEntry', draft });
  const path = paths[0];
  if (id === undefined || path === undefined || undo === undefined) {
    throw new Error('An entry was added without an id, a path or a way back.');
  }
  session.tellLogged();
  const uri = session.uriOf(path);
  if (isOn('stageNewEntries', uri)) {
    await stage(session, path);
  }
  if (isOn('openNewEntries', uri)) {
    await vscode.commands.executeCommand('vscode.open', uri);
  }
  return { id, title: draft.title, path, undo };
}

/** The entry is logged by now: that git would not take it is said, and is no failure. */
async function stage(session: Session, path: string): Promise<void> {
  try {
    await session.staging?.stage([path]);
  } catch (error) {
    if (!(error instanceof RetroError)) {
      throw error;
    }
    void vscode.window.showWarningMessage(vscode.l10n.t('The entry was logged, but git could not stage it.'));
  }
}
