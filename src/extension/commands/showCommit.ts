import * as path from 'node:path';
import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import type { ChangedFile, CommitChanges } from '../../core/git/commitChanges.ts';
import type { App } from '../app.ts';
import { openedByGitExtension, type GitApi } from '../gitExtension.ts';
import { commitDocumentUri } from '../places/commitDocument.ts';
import { answered, chosenCommit, commitMissing, type ChosenCommit } from './chosenCommit.ts';

type Comparison = [vscode.Uri, vscode.Uri | undefined, vscode.Uri | undefined];

/** Opens what a commit changed: in the editor’s own view of changes, or as text where that cannot be had. */
export function showCommit(app: App) {
  return async (argument: unknown): Promise<void> => {
    const chosen = await chosenCommit(app, argument);
    if (chosen === undefined) {
      return;
    }
    const changes = answered(await chosen.code.changes(chosen.sha));
    if (changes === undefined) {
      throw commitMissing(chosen.sha);
    }
    const git = await openedByGitExtension(chosen.session);
    if (git === undefined || changes.files.length === 0) {
      await vscode.window.showTextDocument(commitDocumentUri(chosen.session, chosen.sha), { preview: true });
    } else {
      await vscode.commands.executeCommand(
        'vscode.changes',
        await titleOf(chosen),
        await comparisons(git.api, chosen, changes),
      );
    }
  };
}

async function titleOf({ session, sha }: ChosenCommit): Promise<string> {
  const commit = await session.git?.resolve(sha);
  const subject = commit?.state === 'ok' ? commit.value?.subject : undefined;
  return displayText([sha.slice(0, 8), subject ?? ''].join(' ').trim(), 80);
}

async function comparisons(
  api: GitApi,
  { session, code, sha }: ChosenCommit,
  changes: CommitChanges,
): Promise<Comparison[]> {
  const { prefix } = answered(await code.place());
  const up = prefix === '' ? [] : prefix.split('/').map(() => '..');
  const uriOf = (file: string) => vscode.Uri.file(path.join(session.root, ...up, file));
  const before = (file: ChangedFile) =>
    file.change === 'added' || changes.parent === undefined
      ? undefined
      : api.toGitUri(uriOf(file.from ?? file.path), changes.parent);
  const after = (file: ChangedFile) =>
    file.change === 'removed' ? undefined : api.toGitUri(uriOf(file.path), sha);
  return changes.files.map((file) => [uriOf(file.path), before(file), after(file)]);
}
