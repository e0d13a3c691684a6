import * as vscode from 'vscode';
import type { Brought } from '../../core/board/bringEntries.ts';
import type { GivenEntry } from '../../core/board/given.ts';
import type { Deed } from '../../core/board/intent.ts';
import type { Naming, Template } from '../../core/templates/template.ts';
import { RetroError } from '../../core/retroError.ts';
import { cryptoIds } from '../../node/cryptoIds.ts';
import type { AskedSharing } from '../live/askSharing.ts';
import { showFailure, withoutLinks } from '../commands/showFailure.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { BoardsOnScreen } from './boardsOnScreen.ts';
import { HeldBoards, type Opened } from './heldBoards.ts';
import { SharedBoard } from './sharedBoard.ts';
import { SharedBoards } from './sharedBoards.ts';
import type { ShownBoard } from './shownBoard.ts';

/** All that there is to boards once there is one. */
export class OpenBoards {
  readonly #sessions: Sessions;
  readonly #output: vscode.LogOutputChannel;
  /** Boards as they are kept, also those that are not open. */
  readonly held: HeldBoards;
  readonly #screen: BoardsOnScreen;
  readonly #shared: SharedBoards;

  constructor(context: vscode.ExtensionContext, sessions: Sessions, output: vscode.LogOutputChannel) {
    this.#sessions = sessions;
    this.#output = output;
    this.held = new HeldBoards(context.globalStorageUri);
    this.#screen = new BoardsOnScreen(context, output, this.held, (board) => this.#letGo(board));
    this.#shared = new SharedBoards(this.#screen);
  }

  /** Begins a meeting. */
  async start(session: Session, deed: Deed & { readonly type: 'start' }): Promise<void> {
    const opened = await this.held.openKept(session, deed.meeting.id);
    const { host } = opened;
    const refused = await host.take({ id: cryptoIds.newId(), deed }, cryptoIds.newId());
    if (refused !== undefined) {
      await host.close();
      throw new RetroError('bad-input', refused.message);
    }
    await this.#show(session, opened);
  }

  /** Goes on with a meeting whose journal is here; from its minutes, where there is none. */
  async resume(session: Session, meeting: string): Promise<void> {
    const there = await this.#screen.openOnce(session, meeting, () => this.#openAgain(session, meeting));
    there?.reveal();
  }

  async #openAgain(session: Session, meeting: string): Promise<void> {
    const shared = await this.held.shared(session, meeting);
    if (shared !== undefined) {
      await this.#shared.shareAgain(
        this.#screen.newPanel(vscode.l10n.t('Retro board')),
        session,
        meeting,
        shared,
      );
      return;
    }
    await this.#show(session, await this.held.openHeld(session, meeting));
  }

  /**
   * Shares the board that is in front.
   *
   * @param ask from where others come and whose names they see, among what is possible; nothing where it is not to be
   *   shared after all
   * @throws RetroError where there is none that can be shared, or as `SharedBoard.start`: then it is on this screen
   */
  share(ask: (namings: readonly Naming[]) => Promise<AskedSharing | undefined>): Promise<void> {
    return this.#shared.share(ask);
  }

  /**
   * Shows the board of a meeting, and brings entries onto it that were not there yet.
   *
   * @throws RetroError `bad-input` where the board has no room for them; where it is shared, as `ServerProcess.bring`
   */
  async bring(session: Session, meeting: string, entries: readonly GivenEntry[]): Promise<Brought> {
    await this.resume(session, meeting);
    const board = this.#screen.of(session, meeting);
    if (board === undefined) {
      return { carded: 0, listed: 0 };
    }
    return board.bring(entries);
  }

  /** Brings a panel back that was there before a reload. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    this.#screen.watch(panel);
    try {
      await this.#sessions.open();
      const meeting = meetingIn(state);
      const session = vscode.workspace.isTrusted ? await this.#sessionOf(meeting) : undefined;
      const there =
        session && (await this.#screen.openOnce(session, meeting, () => this.#fill(panel, session, meeting)));
      if (session === undefined || there !== undefined) {
        panel.dispose();
      }
    } catch (error) {
      panel.dispose();
      showFailure(error, this.#output);
    }
  }

  /** It may be closed before there is anything in it. */
  async #fill(panel: vscode.WebviewPanel, session: Session, meeting: string): Promise<void> {
    const shared = await this.held.shared(session, meeting);
    if (this.#screen.isGone(panel)) {
      return;
    }
    if (shared !== undefined) {
      await this.#shared.shareAgain(panel, session, meeting, shared);
      return;
    }
    this.#screen.settle(panel, session, meeting);
    await this.#screen.fill(panel, session, await this.held.openHeld(session, meeting));
  }

  /** Offers boards that were open when the extension host died. */
  async offer(meetings: readonly string[]): Promise<void> {
    await this.#sessions.open();
    for (const meeting of meetings) {
      const session = vscode.workspace.isTrusted ? await this.#sessionOf(meeting) : undefined;
      const board = session && (await this.held.look(session, meeting));
      if (session !== undefined && board?.state === 'open') {
        const open = vscode.l10n.t('Open It');
        const sentence = vscode.l10n.t(
          '“{0}” was open when the editor stopped. All that was done on its board is kept.',
          withoutLinks(board.meeting.title),
        );
        if ((await vscode.window.showInformationMessage(sentence, open)) === open) {
          await this.resume(session, meeting);
        }
      }
    }
    this.#screen.remember();
  }

  templateInFront(): { readonly session: Session; readonly template: Template } | undefined {
    const front = this.#screen.inFront;
    return front && { session: front.session, template: front.template };
  }

  close(): Promise<void> {
    return this.#screen.close();
  }

  async #sessionOf(meeting: string): Promise<Session | undefined> {
    for (const session of this.#sessions.all) {
      if (await this.held.has(session, meeting)) {
        return session;
      }
    }
    return undefined;
  }

  async #show(session: Session, opened: Opened): Promise<void> {
    const { id, title } = opened.host.board.meeting;
    const panel = this.#screen.newPanel(title);
    this.#screen.settle(panel, session, id);
    await this.#screen.fill(panel, session, opened);
  }

  /** Whoever closes a board that is shared may not know that the others wait for it. */
  async #letGo(board: ShownBoard | undefined): Promise<void> {
    await board?.close();
    if (board instanceof SharedBoard) {
      const open = vscode.l10n.t('Open It Again');
      const sentence = vscode.l10n.t('The retro is not shared while its board is closed. The others wait.');
      if ((await vscode.window.showInformationMessage(sentence, open)) === open) {
        await this.resume(board.session, board.meeting);
      }
    }
  }
}

/** What the page kept of itself names its meeting. */
function meetingIn(state: unknown): string {
  const meeting = (state as { readonly meeting?: unknown } | null | undefined)?.meeting;
  return typeof meeting === 'string' ? meeting : '';
}
