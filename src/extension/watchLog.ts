import * as vscode from 'vscode';
import type { Session } from './session.ts';

/** How long changes are gathered before they are read: a checkout touches many files at once. */
const pause = 50;

/** Keeps a session's index true while files change on disk, in editors, and while the window was elsewhere. */
export function watchLog(session: Session, report: (error: unknown) => void): vscode.Disposable {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    timer = undefined;
    const paths = [...changed];
    changed.clear();
    session.log.refresh(paths).catch(report);
  };
  const note = (uri: vscode.Uri) => {
    const path = session.pathOf(uri);
    if (path !== undefined) {
      changed.add(path);
      timer ??= setTimeout(flush, pause);
    }
  };
  const { folder } = session.log;
  const root = vscode.Uri.file(session.root);
  return vscode.Disposable.from(
    ...[`${folder}/**`, folder, '.gitattributes'].map((pattern) =>
      watch(new vscode.RelativePattern(root, pattern), note),
    ),
    vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.contentChanges.length > 0) {
        note(event.document.uri);
      }
    }),
    vscode.workspace.onDidSaveTextDocument((document) => note(document.uri)),
    vscode.workspace.onDidCloseTextDocument((document) => note(document.uri)),
    vscode.window.onDidChangeWindowState((state) => {
      if (state.focused) {
        session.log.refresh().catch(report);
      }
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

function watch(pattern: vscode.RelativePattern, note: (uri: vscode.Uri) => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  watcher.onDidCreate(note);
  watcher.onDidChange(note);
  watcher.onDidDelete(note);
  return watcher;
}
