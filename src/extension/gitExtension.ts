import * as vscode from 'vscode';
import type { Session } from './session.ts';

/** As much of the built-in git extension's interface as is used here. */
interface GitExtension {
  getAPI(version: 1): GitApi;
}

export interface GitApi {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
  /** A read-only document: a file as a commit has it. */
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

export interface GitRepository {
  readonly rootUri: vscode.Uri;
  /** The commit message in the Source Control view. */
  readonly inputBox: { value: string };
  readonly state: {
    readonly HEAD: { readonly commit?: string } | undefined;
    /** What is in conflict. */
    readonly mergeChanges: readonly unknown[];
    /** What is staged. */
    readonly indexChanges: readonly unknown[];
    readonly onDidChange: vscode.Event<void>;
  };
}

/** The built-in git extension's interface; `undefined` where there is none, or where it is off. */
export async function gitApi(): Promise<GitApi | undefined> {
  try {
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    return (await extension?.activate())?.getAPI(1);
  } catch {
    // It is switched off, and throws when it is asked.
    return undefined;
  }
}

/** The built-in git extension's idea of a session's repository; `undefined` where it is off or has none open. */
export async function openedByGitExtension(
  session: Session,
): Promise<{ readonly api: GitApi; readonly repository: GitRepository } | undefined> {
  const api = session.git && (await gitApi());
  const repository = api?.repositories.find((one) => isAtOrAbove(one.rootUri.fsPath, session.root));
  return api && repository && { api, repository };
}

function isAtOrAbove(root: string, folder: string): boolean {
  return folder === root || folder.startsWith(`${root}/`) || folder.startsWith(`${root}\\`);
}
