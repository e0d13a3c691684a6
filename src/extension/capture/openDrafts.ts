import * as vscode from 'vscode';
import { NodeFiles } from '../../node/files/nodeFiles.ts';
import { DraftStore } from './draftStore.ts';

/** The drafts of this workspace, in the extension's own storage: never in the repository. */
export function openDrafts(
  context: vscode.ExtensionContext,
  onFailure: (error: unknown) => void,
): DraftStore {
  const folder = context.storageUri ?? context.globalStorageUri;
  const files = Promise.resolve(vscode.workspace.fs.createDirectory(folder)).then(
    () => new NodeFiles(folder.fsPath),
  );
  return new DraftStore(files, onFailure);
}
