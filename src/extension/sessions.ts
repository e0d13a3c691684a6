import * as vscode from 'vscode';
import type { Session } from './session.ts';
import { watchHistory } from './watchHistory.ts';
import { watchLog } from './watchLog.ts';

/** Why there is no session, where there is none. */
export type NoSession = 'noFolder' | 'virtual';

/**
 * The logs of this window: one for each repository among its folders. They are opened anew when the folders,
 * the trust or the name of the log's folder change.
 */
export class Sessions implements vscode.Disposable {
  #sessions: readonly Session[] = [];
  #open: vscode.Disposable[] = [];
  #opened: Promise<void> | undefined;
  /** Counts how often the logs were closed, so that what was begun before is not carried on. */
  #opening = 0;
  readonly #output: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listed = new vscode.EventEmitter<void>();
  readonly #linked = new vscode.EventEmitter<void>();
  readonly #moved = new vscode.EventEmitter<void>();
  readonly #logged = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[];
  /** Fires when the list of logs is another one, and when any log has changed. */
  readonly onDidChange = this.#changed.event;
  /** Fires when the list of logs is another one. */
  readonly onDidOpen = this.#listed.event;
  /** Fires when it was found out where links of a log lead. */
  readonly onDidChangeLinks = this.#linked.event;
  /** Fires when HEAD, a branch or a tag of a log's repository points elsewhere. */
  readonly onDidMoveHistory = this.#moved.event;
  /** Fires when this person has logged something in this window. */
  readonly onDidLog = this.#logged.event;

  constructor(output: vscode.LogOutputChannel) {
    this.#output = output;
    this.#disposables = [
      this.#changed,
      this.#listed,
      this.#linked,
      this.#moved,
      this.#logged,
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#reopen()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#reopen()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('retrolog.folder')) {
          this.#reopen();
        }
      }),
    ];
  }

  get all(): readonly Session[] {
    return this.#sessions;
  }

  get none(): NoSession {
    return (vscode.workspace.workspaceFolders ?? []).length === 0 ? 'noFolder' : 'virtual';
  }

  /** The log that is meant where nothing says which: that of the active editor, or the first. */
  get current(): Session | undefined {
    const active = vscode.window.activeTextEditor?.document.uri;
    return (
      (active && this.of(active)) ??
      this.#sessions.find((session) => session.log.state.name === 'ready') ??
      this.#sessions[0]
    );
  }

  /** The log of the repository that a file is in, the innermost if one lies in another. */
  of(uri: vscode.Uri): Session | undefined {
    return this.#sessions
      .filter((session) => session.pathOf(uri) !== undefined)
      .toSorted((a, b) => b.root.length - a.root.length)[0];
  }

  /** Finds the logs of this window, once, and starts to read them; resolves when it is known which there are. */
  open(): Promise<void> {
    this.#opened ??= this.#openAll();
    return this.#opened;
  }

  dispose(): void {
    this.#close();
    this.#opened = undefined;
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #reopen(): void {
    this.#opened = this.#openAll();
    this.#opened.catch((error: unknown) => this.#output.error(String(error)));
  }

  /** What reads logs is loaded now, after activation. Where this was begun again meanwhile, the later one counts. */
  async #openAll(): Promise<void> {
    this.#close();
    const opening = this.#opening;
    const { openSession } = await import('./openSession.ts');
    const found = new Map<string, Session>();
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const session = folder.uri.scheme === 'file' ? await openSession(folder, this.#output) : undefined;
      if (session !== undefined) {
        found.set(session.root, found.get(session.root) ?? session);
      }
    }
    if (opening !== this.#opening) {
      return this.#opened;
    }
    this.#sessions = [...found.values()];
    for (const session of this.#sessions) {
      this.#watch(session);
    }
    this.#listed.fire();
    this.#changed.fire();
  }

  #watch(session: Session): void {
    const report = (error: unknown) => this.#output.error(String(error));
    this.#open.push(
      new vscode.Disposable(session.log.onDidChange(() => this.#changed.fire())),
      session.links.onDidChange(() => this.#linked.fire()),
      session.onDidLog(() => this.#logged.fire()),
      watchLog(session, report),
      watchHistory(session, report, () => {
        session.log.refresh().catch(report);
        this.#moved.fire();
      }),
    );
    session.log.load().catch(report);
  }

  #close(): void {
    this.#opening += 1;
    vscode.Disposable.from(...this.#open.splice(0)).dispose();
    this.#sessions = [];
  }
}
