import * as path from 'node:path';
import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import { RetroError } from '../../core/retroError.ts';
import type { NodeFiles } from '../../node/files/nodeFiles.ts';
import { openGuestFolder } from '../../node/live/guestFolder.ts';
import { type GuestLink, guestLinkIn } from '../../node/live/guestLink.ts';
import { guestNameKey } from '../../protocol/keptRoom.ts';
import { boardIcon } from '../boardIcon.ts';
import { guestPanelId } from '../manifestNames.ts';
import { bugsTo } from '../webviewEnds.ts';
import { webviewHtml, webviewOptions } from '../webviewHtml.ts';
import { GuestRelay } from './guestRelay.ts';
import { GuestRoom } from './guestRoom.ts';
import { showBox, showPick } from '../showPrompt.ts';

/** Rooms of before whose unsent cards are offered in another one. */
const mostBefore = 8;

type Link = GuestLink & { readonly state: 'ok' };

/** The panels of retros that others hold. */
export class GuestPanels {
  readonly #context: vscode.ExtensionContext;
  readonly #output: vscode.LogOutputChannel;
  readonly #files: NodeFiles;
  readonly #open = new Map<string, vscode.WebviewPanel>();
  #isAsking = false;

  private constructor(context: vscode.ExtensionContext, output: vscode.LogOutputChannel, files: NodeFiles) {
    this.#context = context;
    this.#output = output;
    this.#files = files;
  }

  static async open(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): Promise<GuestPanels> {
    const folder = path.join(context.globalStorageUri.fsPath, 'guests');
    return new GuestPanels(context, output, await openGuestFolder(folder, Date.now()));
  }

  /** Asks for the link of an invitation and follows it. */
  async join(): Promise<void> {
    const given = await showBox({
      title: vscode.l10n.t('Join a retro'),
      prompt: vscode.l10n.t('Paste the link that you were invited with.'),
      placeHolder: 'https://retro.example.com/#…',
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
      if (await wantsToJoin(link)) {
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
    panel.iconPath = boardIcon;
    const name = (): string => globalState.get<string>(guestNameKey) ?? '';
    const others = new Map<string, GuestRoom>();
    const relay = new GuestRelay({
      webview,
      address: () => room.address,
      deeds: {
        begin: async () => {
          // What rooms of before never got is offered in this one.
          const before = (await GuestRoom.others(this.#files, room.id)).slice(0, mostBefore);
          before.forEach((each) => others.set(each.key, each));
          return {
            room: room.id,
            token,
            kept: [
              [room.key, room.text],
              [guestNameKey, name()],
              ...before.map((each): [string, string] => [each.key, each.text]),
            ],
            isOwn: false,
            invites: false,
          };
        },
        keep: async ({ key, text }) =>
          key === guestNameKey
            ? await globalState.update(guestNameKey, text.slice(0, 200))
            : await (key === room.key ? room : others.get(key))?.keep(text),
        title: (title) => {
          panel.title = displayText(title);
        },
        openMinutes: () => undefined,
        openEntry: () => undefined,
      },
      onBug: bugsTo(this.#output),
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

/** Enter says no: it may have been meant for something else, which the question came before. */
async function wantsToJoin({ host, isEncrypted }: Link): Promise<boolean> {
  const join = {
    label: `$(comment-discussion) ${vscode.l10n.t('Join')}`,
    description: isEncrypted ? '' : vscode.l10n.t('not encrypted'),
  };
  const answer = await showPick([{ label: `$(close) ${vscode.l10n.t('No')}` }, join], {
    title: vscode.l10n.t('Join the retro at {0}?', host),
    placeHolder: vscode.l10n.t('A link wants to open it here. Join only if you expected this.'),
  });
  return answer === join;
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
