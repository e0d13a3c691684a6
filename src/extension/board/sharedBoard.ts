import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Brought } from '../../core/board/bringEntries.ts';
import type { GivenEntry } from '../../core/board/given.ts';
import type { RetroError } from '../../core/retroError.ts';
import type { Template } from '../../core/templates/template.ts';
import type { SharedAs } from '../../node/live/roomRecord.ts';
import { ServerProcess } from '../../node/live/serverProcess.ts';
import type { GuestSeed } from '../../protocol/guestPanel.ts';
import { type Invitation, invitationIn } from '../../protocol/invitationIn.ts';
import { type KeptRoom, keptRoomIn, keptRoomKey } from '../../protocol/keptRoom.ts';
import { GuestRelay } from '../live/guestRelay.ts';
import type { Session } from '../session.ts';
import { bugsTo } from '../webviewEnds.ts';
import { webviewHtml } from '../webviewHtml.ts';
import { openBeside, openEntryBeside } from './openBeside.ts';
import type { PageMemory } from './pageMemory.ts';
import type { ShownBoard } from './shownBoard.ts';

/** At which addresses a board is shared, and on which port; 0 for that of the last time, or any that is free. */
export interface Sharing extends SharedAs {
  readonly port: number;
}

/** What a shared board is made of. */
export interface SharedParts {
  readonly panel: vscode.WebviewPanel;
  readonly session: Session;
  readonly meeting: string;
  readonly template: Template;
  /** Absolute path of the folder that has its journal. */
  readonly journals: string;
  readonly memory: PageMemory;
  readonly extensionUri: vscode.Uri;
  readonly output: vscode.LogOutputChannel;
  /** It is shared no more, since it was ended or since this went wrong; its journal is free. */
  readonly onBack: (error?: RetroError) => void;
}

/**
 * A board that is shared: a process of its own has its journal and lets people in, and the panel is one guest among
 * them, by the facilitator's link.
 */
export class SharedBoard implements ShownBoard {
  readonly session: Session;
  readonly meeting: string;
  readonly template: Template;
  readonly #parts: SharedParts;
  readonly #server: ServerProcess;
  readonly #relay: GuestRelay;
  #invites: boolean;

  private constructor(parts: SharedParts, server: ServerProcess, invites: boolean) {
    const { panel, session, extensionUri, output } = parts;
    this.session = session;
    this.meeting = parts.meeting;
    this.template = parts.template;
    this.#parts = parts;
    this.#server = server;
    this.#invites = invites;
    this.#relay = new GuestRelay({
      webview: panel.webview,
      address: () => server.ownAddress,
      deeds: {
        begin: () => this.#seed(),
        keep: ({ key, text }) => this.#keep(key, text),
        title: (title) => {
          panel.title = title;
        },
        openMinutes: () => this.#openMinutes(),
        openEntry: (id) => openEntryBeside(session, id),
      },
      onBug: bugsTo(output),
    });
    const title = vscode.l10n.t('Retro board');
    panel.webview.html = webviewHtml(panel.webview, extensionUri, { name: 'board', title, isGuest: true });
  }

  /**
   * Shares a board whose journal is free, and shows it in its panel.
   *
   * @param invites whoever shares it is shown at once how to invite the others
   * @throws RetroError as `ServerProcess.start`; then the journal is free again
   */
  static async start(parts: SharedParts, sharing: Sharing, invites: boolean): Promise<SharedBoard> {
    const { session, journals, meeting, extensionUri, output, onBack } = parts;
    const onBug = bugsTo(output);
    const asked = tellAsked(parts, onBug);
    const server = await ServerProcess.start(
      path.join(extensionUri.fsPath, 'dist', 'serve-board.js'),
      {
        words: vscode.l10n.bundle === undefined ? '' : JSON.stringify(vscode.l10n.bundle),
        log: { root: session.root, folder: session.log.folder },
        journals,
        meeting,
        ...sharing,
      },
      {
        logged: (event, more) => {
          output.debug(`live: ${event} ${JSON.stringify(more)}`);
          if (event === 'asked') {
            asked();
          }
        },
        ended: () => onBack(),
        failed: (error) => onBack(error),
        onBug,
      },
    );
    return new SharedBoard(parts, server, invites);
  }

  get isActive(): boolean {
    return this.#parts.panel.active;
  }

  reveal(): void {
    this.#parts.panel.reveal();
  }

  bring(entries: readonly GivenEntry[]): Promise<Brought> {
    return this.#server.bring(entries);
  }

  /** Those who are in find it again when it is shared the next time. */
  async close(): Promise<void> {
    this.#relay.close();
    await this.#parts.memory.flush();
    await this.#server.close();
  }

  /** The page comes in by the facilitator's link, with what the board's page had kept. */
  async #seed(): Promise<GuestSeed> {
    const { room, token } = this.#invitation;
    const kept: KeptRoom = { ...(await this.#parts.memory.kept()), proof: token, state: null };
    const invites = this.#invites;
    this.#invites = false;
    return { room, token: '', kept: [[keptRoomKey(room), JSON.stringify(kept)]], isOwn: true, invites };
  }

  get #invitation(): Invitation {
    return invitationIn(new URL(this.#server.hostLink).hash);
  }

  #keep(key: string, text: string): void {
    const kept = key === keptRoomKey(this.#invitation.room) ? keptRoomIn(text) : undefined;
    if (kept !== undefined) {
      this.#parts.memory.keep({ typed: kept.typed, keys: kept.keys });
    }
  }

  async #openMinutes(): Promise<void> {
    const page = this.session.log.pages.find(({ id, kind }) => id === this.meeting && kind === 'meeting');
    if (page !== undefined) {
      await openBeside(this.session, page.path);
    }
  }
}

/** Says that somebody waits at the door, where nobody is looking at the board, and says it once until it is answered. */
function tellAsked({ panel }: SharedParts, onBug: (error: unknown) => void): () => void {
  let isSaid = false;
  const say = async (): Promise<void> => {
    const show = vscode.l10n.t('Show the Board');
    const sentence = vscode.l10n.t('Somebody wants to come in to your retro.');
    if ((await vscode.window.showInformationMessage(sentence, show)) === show) {
      panel.reveal();
    }
  };
  return () => {
    if (!panel.visible && !isSaid) {
      isSaid = true;
      say()
        .catch(onBug)
        .finally(() => {
          isSaid = false;
        });
    }
  };
}
