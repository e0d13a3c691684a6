import * as vscode from 'vscode';
import type { Sessions } from '../sessions.ts';
import type { TrendsPage } from './trendsPage.ts';

/** The type of the panel, by which the editor brings it back after a reload. */
export const trendsPanelType = 'retrolog.trends';

/** The one panel that shows trends. */
export class TrendsPanel implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #sessions: Sessions;
  readonly #output: vscode.LogOutputChannel;
  readonly #restoring: vscode.Disposable;
  #open: { readonly panel: vscode.WebviewPanel; readonly page: TrendsPage } | undefined;

  constructor(extensionUri: vscode.Uri, sessions: Sessions, output: vscode.LogOutputChannel) {
    this.#extensionUri = extensionUri;
    this.#sessions = sessions;
    this.#output = output;
    this.#restoring = vscode.window.registerWebviewPanelSerializer(trendsPanelType, {
      deserializeWebviewPanel: async (panel, kept) => void (await this.#fill(panel, kept)),
    });
  }

  /**
   * Brings the panel to the front, or opens it; resolves when everything in it can be seen.
   *
   * @param part what of it is brought into sight; absent: nothing is moved
   */
  async show(part?: 'kudos'): Promise<void> {
    if (this.#open === undefined) {
      await this.#create();
    } else {
      this.#open.panel.reveal();
    }
    if (part !== undefined) {
      this.#open?.page.goTo(part);
    }
  }

  dispose(): void {
    this.#restoring.dispose();
    this.#open?.panel.dispose();
  }

  async #create(): Promise<void> {
    const panel = vscode.window.createWebviewPanel(
      trendsPanelType,
      vscode.l10n.t('Trends'),
      vscode.ViewColumn.Active,
      // Who looks at an entry and comes back finds the same place.
      { retainContextWhenHidden: true },
    );
    const page = await this.#fill(panel);
    await page.shown();
  }

  /** @param kept what the page of before chose, if it was this one’s */
  async #fill(panel: vscode.WebviewPanel, kept?: unknown): Promise<TrendsPage> {
    const { TrendsPage } = await import('./trendsPage.ts');
    this.#open?.panel.dispose();
    panel.iconPath = vscode.Uri.joinPath(this.#extensionUri, 'media', 'icon.svg');
    const page = new TrendsPage(panel, this.#extensionUri, this.#sessions, this.#output, kept);
    this.#open = { panel, page };
    panel.onDidDispose(() => {
      page.dispose();
      if (this.#open?.page === page) {
        this.#open = undefined;
      }
    });
    return page;
  }
}
