import * as vscode from 'vscode';
import type { Sessions } from '../sessions.ts';
import type { AuditPage } from './auditPage.ts';

/** The type of the panel, by which the editor brings it back after a reload. */
const auditPanelType = 'retrolog.audit';

/** What the panel of the audit needs of the extension. */
export interface AuditGround {
  readonly extensionUri: vscode.Uri;
  readonly sessions: Sessions;
  readonly memory: vscode.Memento;
  readonly output: vscode.LogOutputChannel;
}

/** The one panel in which a team audits its culture. */
export class AuditPanel implements vscode.Disposable {
  readonly #ground: AuditGround;
  readonly #restoring: vscode.Disposable;
  #open: { readonly panel: vscode.WebviewPanel; readonly page: AuditPage } | undefined;

  constructor(context: vscode.ExtensionContext, sessions: Sessions, output: vscode.LogOutputChannel) {
    const { extensionUri, workspaceState: memory } = context;
    this.#ground = { extensionUri, sessions, memory, output };
    this.#restoring = vscode.window.registerWebviewPanelSerializer(auditPanelType, {
      deserializeWebviewPanel: (panel) => this.#fill(panel),
    });
  }

  /** Brings the panel to the front, or opens it where what was answered is as it was left. */
  async show(): Promise<void> {
    if (this.#open !== undefined) {
      this.#open.panel.reveal();
      return;
    }
    const title = vscode.l10n.t('Culture Audit');
    const options = { retainContextWhenHidden: true };
    await this.#fill(
      vscode.window.createWebviewPanel(auditPanelType, title, vscode.ViewColumn.Active, options),
    );
  }

  dispose(): void {
    this.#restoring.dispose();
    this.#open?.panel.dispose();
  }

  async #fill(panel: vscode.WebviewPanel): Promise<void> {
    const { AuditPage } = await import('./auditPage.ts');
    this.#open?.panel.dispose();
    panel.iconPath = vscode.Uri.joinPath(this.#ground.extensionUri, 'media', 'icon.svg');
    const page = new AuditPage(panel, this.#ground);
    this.#open = { panel, page };
    panel.onDidDispose(() => {
      page.dispose();
      if (this.#open?.page === page) {
        this.#open = undefined;
      }
    });
  }
}
