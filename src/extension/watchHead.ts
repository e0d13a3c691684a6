import * as vscode from 'vscode';
import type { GitExtension, GitRepository } from './gitExtension.ts';
import type { Session } from './session.ts';

/**
 * Calls back when HEAD of the session's repository names another commit, whoever moved it. Without the
 * built-in git extension it never does: the log is then read again when the window gets the focus.
 */
export function watchHead(session: Session, moved: () => void): vscode.Disposable {
  const watching: vscode.Disposable[] = [];
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (session.git === undefined || extension === undefined) {
    return vscode.Disposable.from();
  }
  let disposed = false;
  const follow = (repository: GitRepository) => {
    if (disposed || repository.rootUri.fsPath !== session.root) {
      return;
    }
    let commit = repository.state.HEAD?.commit;
    watching.push(
      repository.state.onDidChange(() => {
        if (repository.state.HEAD?.commit !== commit) {
          commit = repository.state.HEAD?.commit;
          moved();
        }
      }),
    );
  };
  const start = (git: GitExtension) => {
    if (disposed) {
      return;
    }
    const api = git.getAPI(1);
    watching.push(api.onDidOpenRepository(follow));
    api.repositories.forEach(follow);
  };
  extension.activate().then(start, () => undefined);
  return new vscode.Disposable(() => {
    disposed = true;
    vscode.Disposable.from(...watching).dispose();
  });
}
