import * as path from 'node:path';
import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import { RetroError } from '../../core/retroError.ts';
import { NodeFiles } from '../../node/files/nodeFiles.ts';
import { type GuestLink, guestLinkIn } from '../../node/live/guestLink.ts';
import { guestNameKey } from '../../protocol/keptRoom.ts';
import { guestPanelId } from '../manifestNames.ts';
import { webviewHtml, webviewOptions } from '../webviewHtml.ts';
import { GuestRelay } from './guestRelay.ts';
import { GuestRoom } from './guestRoom.ts';

type Link = GuestLink & { readonly state: 'ok' };

/** The panels of retros that others hold. */
export class GuestPanels {
  readonly #context: vscode.ExtensionContext;
  readonly #output: vscode.LogOutputChannel;
  readonly #files: NodeFiles;
  readonly #open = new Map<string, vscode.WebviewPanel>();
  #isAsking = false;

  constructor(context: vscode.ExtensionContext, output: vscode.LogOutputChannel) {
    this.#context = context;
    this.#output = output;
    this.#files = new NodeFiles(path.join(context.globalStorageUri.fsPath, 'guests'));
  }

  /** Asks for the link of an invitation and follows it. */
  async join(): Promise<void> {
    const given = await vscode.window.showInputBox({
      title: vscode.l10n.t('Join a retro'),
      prompt: vscode.l10n.t('Paste the link that you were invited with.'),
      placeHolder: 'https://retro.example.com/#…',
      ignoreFocusOut: true,
      validateInput: (text) => wrongIn(guestLinkIn(text)),
    });
    if (given !== undefined) {
      await this.#enter(needLink(given));
    }
  }

  /** A link outside of the editor leads here: it is followed if whoever is here says so. One at a time is asked for. */
  async follow(uri: vscode.Uri): Promise<void> {
    if (this.#isAsking || uri.path !== '/join') {
      return;
    }
    this.#isAsking = true;
    try {
      const link = needLink(new URLSearchParams(uri.query.slice(0, 4000)).get('link') ?? '');
      // The first button is the one that Enter presses.
      const no = { title: vscode.l10n.t('No'), isCloseAffordance: true };
      const join = { title: vscode.l10n.t('Join') };
      const detail = link.isEncrypted
        ? vscode.l10n.t('A link wants to open it in this editor. Join only if you expected this.')
        : vscode.l10n.t(
            'A link wants to open it in this editor, and it is not encrypted. Join only if you expected this.',
          );
      const question = vscode.l10n.t('Join the retro at {0}?', link.host);
      const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, no, join);
      if (answer === join) {
        await this.#enter(link);
      }
    } finally {
      this.#isAsking = false;
    }
  }

  /** Brings a panel back that was there before a reload. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const { room } = (state ?? {}) as { readonly room?: unknown };
    const kept = typeof room === 'string' ? await GuestRoom.kept(this.#files, room) : undefined;
    if (kept === undefined) {
      panel.dispose();
    } else {
      this.#show(panel, kept, '');
    }
  }

  async #enter(link: Link): Promise<void> {
    const open = this.#open.get(link.room);
    if (open !== undefined) {
      open.reveal();
      return;
    }
    const room = await GuestRoom.at(this.#files, link.room, link.address);
    const title = vscode.l10n.t('Retro at {0}', link.host);
    this.#show(
      vscode.window.createWebviewPanel(guestPanelId, title, vscode.ViewColumn.Active, {}),
      room,
      link.token,
    );
  }

  #show(panel: vscode.WebviewPanel, room: GuestRoom, token: string): void {
    const { extensionUri, globalState } = this.#context;
    const { webview } = panel;
    webview.options = webviewOptions(extensionUri);
    panel.iconPath = new vscode.ThemeIcon('comment-discussion') as unknown as vscode.Uri;
    const name = (): string => globalState.get<string>(guestNameKey) ?? '';
    const relay = new GuestRelay({
      webview,
      address: () => room.address,
      deeds: {
        begin: () => ({
          room: room.id,
          token,
          kept: [
            [room.key, room.text],
            [guestNameKey, name()],
          ],
          isOwn: false,
          invites: false,
        }),
        keep: async ({ key, text }) =>
          key === room.key ? room.keep(text) : await globalState.update(guestNameKey, text.slice(0, 200)),
        title: (title) => {
          panel.title = displayText(title);
        },
        openMinutes: () => undefined,
        openEntry: () => undefined,
      },
      onBug: (error) => this.#output.error(error instanceof Error ? (error.stack ?? '') : String(error)),
    });
    this.#open.set(room.id, panel);
    panel.onDidDispose(() => {
      this.#open.delete(room.id);
      relay.close();
    });
    webview.html = webviewHtml(webview, extensionUri, {
      name: 'board',
      title: vscode.l10n.t('Retro board'),
      isGuest: true,
    });
  }
}

function needLink(given: string): Link {
  const link = guestLinkIn(given);
  if (link.state !== 'ok') {
    throw new RetroError('bad-input', wrongIn(link) ?? '');
  }
  return link;
}

function wrongIn(link: GuestLink): string | undefined {
  switch (link.state) {
    case 'ok':
      return undefined;
    case 'none':
      return vscode.l10n.t('This is no invitation to a retro. Paste the whole link, to its last letter.');
    case 'open':
      return vscode.l10n.t(
        'This link leads over the open internet without encryption. Ask for one that begins with https.',
      );
  }
}
