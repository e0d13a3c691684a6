import * as vscode from 'vscode';
import { mentionInMessage } from '../../core/entries/mentionInMessage.ts';
import { RetroError } from '../../core/retroError.ts';
import type { App } from '../app.ts';
import { openedByGitExtension } from '../gitExtension.ts';
import { chooseEntry } from '../work/chooseEntry.ts';

/** Names an entry in the commit message of the Source Control view, so that the commit tells what it is about. */
export function mentionEntry(app: App) {
  return async (row: unknown): Promise<void> => {
    const chosen = await chooseEntry(app, row, () => true);
    if (chosen === undefined) {
      return;
    }
    const { session, entry } = chosen;
    const git = await openedByGitExtension(session);
    if (git === undefined) {
      throw new RetroError(
        'git',
        vscode.l10n.t(
          'The Source Control view has not opened this repository. Write this line into the commit message yourself: Retro: {0}',
          entry.id,
        ),
      );
    }
    const { inputBox } = git.repository;
    inputBox.value = mentionInMessage(inputBox.value, entry.id);
    await vscode.commands.executeCommand('workbench.view.scm');
  };
}
