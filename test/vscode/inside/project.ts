import { readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';

/** The folder that the editor was opened on. */
export function projectRoot(): string {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    throw new Error('The editor was opened without a folder.');
  }
  return folder.uri.fsPath;
}

export function uriOf(path: string): vscode.Uri {
  return vscode.Uri.file(join(projectRoot(), path));
}

export function writeFile(path: string, text: string): void {
  const file = uriOf(path).fsPath;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

export function readFile(path: string): string {
  return readFileSync(uriOf(path).fsPath, 'utf8');
}

export function removeFile(path: string): void {
  rmSync(uriOf(path).fsPath, { force: true });
}

/** Closes every editor, throwing away what is not saved. */
export async function closeEditors(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter((one) => one.isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
