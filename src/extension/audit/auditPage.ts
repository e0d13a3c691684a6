import * as vscode from 'vscode';
import { listAudits } from '../../core/audit/listAudits.ts';
import { RetroError } from '../../core/retroError.ts';
import {
  type AuditSheet,
  type AuditState,
  answersOn,
  auditHost,
  auditView,
  emptySheet,
  newerSheet,
} from '../../protocol/audit.ts';
import { Rpc } from '../../protocol/rpc.ts';
import { offerUndo } from '../links/offerUndo.ts';
import type { Session } from '../session.ts';
import { bugsTo, sendTo } from '../webviewEnds.ts';
import { webviewHtml, webviewOptions } from '../webviewHtml.ts';
import type { AuditGround } from './auditPanel.ts';
import { AuditSheets } from './auditSheets.ts';

/** What stands behind the page of the audit: the sheet of one log, and the file that it becomes. */
export class AuditPage implements vscode.Disposable {
  readonly #ground: AuditGround;
  readonly #sheets: AuditSheets;
  readonly #rpc: Rpc<typeof auditHost, typeof auditView>;
  readonly #disposables: vscode.Disposable[];
  #session: Session | undefined;

  constructor(panel: vscode.WebviewPanel, ground: AuditGround) {
    const { extensionUri, sessions, memory, output } = ground;
    const onBug = bugsTo(output);
    this.#ground = ground;
    this.#sheets = new AuditSheets(memory, onBug);
    this.#rpc = this.#connect(panel.webview, onBug);
    panel.webview.options = webviewOptions(extensionUri);
    this.#disposables = [
      this.#sheets,
      panel.webview.onDidReceiveMessage((message: unknown) => this.#rpc.receive(message)),
      sessions.onDidChange(() => this.#tell()),
    ];
    const title = vscode.l10n.t('Culture audit');
    panel.webview.html = webviewHtml(panel.webview, extensionUri, { name: 'audit', title });
  }

  dispose(): void {
    this.#rpc.close();
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #connect(
    webview: vscode.Webview,
    onBug: (error: unknown) => void,
  ): Rpc<typeof auditHost, typeof auditView> {
    return new Rpc({
      serves: auditHost,
      asks: auditView,
      send: sendTo(webview),
      onBug,
      handlers: {
        open: (kept) => this.#opened(kept),
        keep: (sheet) => {
          if (this.#session !== undefined) {
            this.#sheets.keep(this.#session.root, sheet);
          }
        },
        save: (sheet) => this.#save(sheet),
        confirmThrowAway,
        openFile: (path) => this.#openFile(path),
        plan: async () => {
          await vscode.commands.executeCommand('retrolog.planFromAudit');
        },
      },
    });
  }

  /** The page of before may know what was not written any more when its window ended. */
  async #opened(kept: { readonly log: string; readonly sheet: AuditSheet } | null): Promise<AuditState> {
    const { sessions } = this.#ground;
    await sessions.open();
    this.#session =
      kept === null ? sessions.current : sessions.all.find((session) => session.root === kept.log);
    const session = this.#session;
    await session?.log.load();
    if (session !== undefined) {
      const sheet = newerSheet(this.#sheets.of(session.root), kept?.sheet ?? emptySheet(0));
      this.#sheets.keep(session.root, kept === null ? leftFrom(sheet, session) : sheet);
    }
    return this.#state();
  }

  #state(): AuditState {
    const session = this.#ground.sessions.all.find((one) => one.root === this.#session?.root);
    if (session === undefined) {
      return { log: '', name: '', sheet: emptySheet(0), before: null };
    }
    this.#session = session;
    const kept = this.#sheets.of(session.root);
    const isThere = session.log.pages.some(({ path }) => path === kept.saved);
    const sheet = kept.saved === '' || isThere ? kept : { ...kept, saved: '' };
    return {
      log: session.root,
      name: this.#ground.sessions.all.length > 1 ? session.name.slice(0, 300) : '',
      sheet,
      before: earlierAudit(session, sheet.saved),
    };
  }

  #tell(): void {
    if (this.#session !== undefined) {
      this.#rpc.tell('show', this.#state());
    }
  }

  async #save(sheet: AuditSheet): Promise<string> {
    const session = this.#session;
    if (session === undefined || !vscode.workspace.isTrusted) {
      throw new RetroError(
        'not-trusted',
        vscode.l10n.t('Nothing can be written to this log. What you answered is kept until it can.'),
      );
    }
    const draft = {
      title: vscode.l10n.t('Culture audit'),
      date: session.clock.today(),
      answers: answersOn(sheet),
      texts: sheet.texts,
    };
    const { paths, undo } = await session.log.apply({ type: 'addAudit', draft });
    const [path = ''] = paths;
    this.#sheets.keep(session.root, { ...sheet, revision: sheet.revision + 1, saved: path });
    // While it was written, the log had it, and the sheet did not know yet that this was its own.
    this.#tell();
    offerUndo(
      this.#ground,
      session,
      undo === undefined ? [] : [undo],
      vscode.l10n.t('The audit is in the log.'),
    );
    // Whoever takes it back at once does not wait for its editor.
    this.#openFile(path).catch(bugsTo(this.#ground.output));
    return path;
  }

  /** Beside the page, which says what can be done next. */
  async #openFile(path: string): Promise<void> {
    const session = this.#session;
    if (session?.log.pages.some((page) => page.path === path) === true) {
      await vscode.commands.executeCommand('vscode.open', session.uriOf(path), {
        viewColumn: vscode.ViewColumn.Beside,
        preserveFocus: true,
      });
    }
  }
}

/** What a page that is opened anew begins with: what was saved on another day is over. */
function leftFrom(sheet: AuditSheet, session: Session): AuditSheet {
  const saved = session.log.pages.find(({ path }) => path === sheet.saved);
  return saved !== undefined && saved.date !== session.clock.today() ? emptySheet(sheet.revision + 1) : sheet;
}

/** The newest that is in the log besides this one: answered together, or by each person in a round of its survey. */
function earlierAudit(session: Session, saved: string): AuditState['before'] {
  const before = listAudits(session.log.pages).find(({ path }) => path !== saved);
  return before === undefined ? null : { date: before.date, path: before.path, audit: before.audit };
}

async function confirmThrowAway(): Promise<boolean> {
  const throwAway = vscode.l10n.t('Throw It Away');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('Throw away what was answered in this audit?'),
    { modal: true, detail: vscode.l10n.t('It was not saved, and cannot be brought back.') },
    throwAway,
  );
  return choice === throwAway;
}
