import * as vscode from 'vscode';
import { type GitApi, gitApi, type GitRepository } from './gitExtension.ts';
import type { Session } from './session.ts';

/** Milliseconds in which signs that something changed are gathered before git is asked. */
const gathering = 300;

/** Milliseconds after which the editor watches files, where nothing else says when. */
const settling = 10_000;

/** Where git keeps what branches and tags point at, unless the work tree is one of several. */
const references = '.git/{HEAD,packed-refs,refs/**,reftable/**}';

/**
 * Calls back when HEAD, a branch or a tag of the session's repository points elsewhere, whoever moved it. The built-in
 * git extension says so of HEAD at once. When a file changes in which git keeps them, and when the window gets the
 * focus, git is asked. The editor begins to watch files later than a log is read: when the git extension knows the
 * repository, or after a while where that is off, the log and git are asked for what nobody told of until then.
 */
export function watchHistory(
  session: Session,
  report: (error: unknown) => void,
  moved: () => void,
): vscode.Disposable {
  const { history, log } = session;
  if (history === undefined) {
    return vscode.Disposable.from();
  }
  let known: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let beginning = false;
  const look = async (isSure: boolean) => {
    const tips = log.state.name === 'ready' ? await history.tips() : undefined;
    const now = tips?.state === 'ok' ? tips.value.join() : undefined;
    const isOther = known === undefined || now === undefined ? isSure : known !== now;
    known = now ?? known;
    if (isOther) {
      moved();
    }
  };
  const lookSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      look(false).catch(report);
    }, gathering);
  };
  // Before anything is concluded from what git says, so that what moves afterwards is seen to have moved.
  const begin = () => {
    if (known === undefined && !beginning && log.state.name === 'ready') {
      beginning = true;
      look(false)
        .catch(report)
        .finally(() => {
          beginning = false;
        });
    }
  };
  const catchUp = () => {
    log.refresh().catch(report);
    lookSoon();
  };
  return vscode.Disposable.from(
    new vscode.Disposable(log.onDidChange(begin)),
    vscode.window.onDidChangeWindowState(({ focused }) => (focused ? lookSoon() : undefined)),
    watchReferences(session, lookSoon),
    followGitExtension(session, report, catchUp, () => void look(true).catch(report)),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

function watchReferences(session: Session, changed: () => void): vscode.Disposable {
  const pattern = new vscode.RelativePattern(vscode.Uri.file(session.root), references);
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  watcher.onDidCreate(changed);
  watcher.onDidChange(changed);
  watcher.onDidDelete(changed);
  return watcher;
}

/**
 * @param opened told when the git extension knows the repository; after a while, where it is off
 * @param moved told when HEAD names another commit
 */
function followGitExtension(
  session: Session,
  report: (error: unknown) => void,
  opened: () => void,
  moved: () => void,
): vscode.Disposable {
  const watching: vscode.Disposable[] = [];
  let disposed = false;
  const follow = (repository: GitRepository) => {
    if (disposed || repository.rootUri.fsPath !== session.root) {
      return;
    }
    opened();
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
  let timer: NodeJS.Timeout | undefined;
  const start = (api: GitApi | undefined) => {
    if (disposed) {
      return;
    }
    if (api === undefined) {
      timer = setTimeout(opened, settling);
      return;
    }
    watching.push(api.onDidOpenRepository(follow));
    api.repositories.forEach(follow);
  };
  gitApi().then(start).catch(report);
  return new vscode.Disposable(() => {
    disposed = true;
    clearTimeout(timer);
    vscode.Disposable.from(...watching).dispose();
  });
}
