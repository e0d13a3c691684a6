import * as vscode from 'vscode';
import type { BoardHost } from '../../core/board/boardHost.ts';
import type { GivenEntry } from '../../core/board/given.ts';
import type { Deed } from '../../core/board/intent.ts';
import type { Naming, Template } from '../../core/templates/template.ts';
import { RetroError } from '../../core/retroError.ts';
import { cryptoIds } from '../../node/cryptoIds.ts';
import type { AskedSharing } from '../live/askSharing.ts';
import { showFailure, withoutLinks } from '../commands/showFailure.ts';
import { boardPanelId } from '../manifestNames.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { webviewHtml, webviewOptions } from '../webviewHtml.ts';
import type { MinutesMemory } from '../../node/meeting/minutesMemory.ts';
import { HeldBoards, type SharedBefore } from './heldBoards.ts';
import { OpenBoard } from './openBoard.ts';
import type { PageMemory } from './pageMemory.ts';
import { SharedBoard, type Sharing } from './sharedBoard.ts';
import type { ShownBoard } from './shownBoard.ts';
import { rememberOpen } from './wereOpen.ts';

/** How many entries came onto a board: as cards, and among what happened. */
export interface Brought {
  readonly carded: number;
  readonly listed: number;
}

/** All that there is to boards once there is one. */
export class OpenBoards {
  readonly #context: vscode.ExtensionContext;
  readonly #sessions: Sessions;
  readonly #output: vscode.LogOutputChannel;
  /** Boards as they are kept, also those that are not open. */
  readonly held: HeldBoards;
  readonly #open = new Map<string, ShownBoard>();
  /** Panels that were closed. */
  readonly #gone = new WeakSet<vscode.WebviewPanel>();

  constructor(context: vscode.ExtensionContext, sessions: Sessions, output: vscode.LogOutputChannel) {
    this.#context = context;
    this.#sessions = sessions;
    this.#output = output;
    this.held = new HeldBoards(context.globalStorageUri);
  }

  /** Begins a meeting. */
  async start(session: Session, deed: Deed & { readonly type: 'start' }): Promise<void> {
    const { host, memory } = await this.held.openKept(session, deed.meeting.id);
    const refused = await host.take({ id: cryptoIds.newId(), deed }, cryptoIds.newId());
    if (refused !== undefined) {
      await host.close();
      throw new RetroError('bad-input', refused.message);
    }
    this.#show(this.#newPanel(deed.meeting.title), session, host, memory);
  }

  /** Goes on with a meeting whose journal is here; from its minutes, where there is none. */
  async resume(session: Session, meeting: string): Promise<void> {
    const open = this.#open.get(keyOf(session, meeting));
    if (open !== undefined) {
      open.reveal();
      return;
    }
    const shared = await this.held.shared(session, meeting);
    if (shared !== undefined) {
      await this.#shareAgain(this.#newPanel(vscode.l10n.t('Retro board')), session, meeting, shared);
      return;
    }
    const { host, memory } = await this.held.openHeld(session, meeting);
    this.#show(this.#newPanel(host.board.meeting.title), session, host, memory);
  }

  /**
   * Shares the board that is in front.
   *
   * @param ask from where others come and whose names they see, among what is possible; nothing where it is not to be
   *   shared after all
   * @throws RetroError where there is none that can be shared, or as `SharedBoard.start`: then it is on this screen
   */
  async share(ask: (namings: readonly Naming[]) => Promise<AskedSharing | undefined>): Promise<void> {
    const board = [...this.#open.values()].find(({ isActive }) => isActive);
    if (!(board instanceof OpenBoard) || !board.isOpen) {
      throw cannotShare(board);
    }
    const asked = await ask(board.namings);
    if (asked === undefined || this.#open.get(keyOf(board.session, board.meeting)) !== board) {
      return;
    }
    await board.setNames(asked.names);
    const { panel, session, meeting } = board;
    await board.close();
    try {
      await this.#showShared(panel, board, asked.sharing, true);
    } catch (error) {
      await this.#showAgain(panel, session, meeting);
      throw error;
    }
  }

  /**
   * Shows the board of a meeting, and brings entries onto it that were not there yet.
   *
   * @throws RetroError `bad-input` where the board has no room for them
   */
  async bring(session: Session, meeting: string, entries: readonly GivenEntry[]): Promise<Brought> {
    await this.resume(session, meeting);
    const board = this.#open.get(keyOf(session, meeting));
    if (board === undefined) {
      return { carded: 0, listed: 0 };
    }
    return board.bring(entries);
  }

  /** Brings a panel back that was there before a reload. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    try {
      await this.#sessions.open();
      const meeting = meetingIn(state);
      const session = vscode.workspace.isTrusted ? await this.#sessionOf(meeting) : undefined;
      if (session === undefined) {
        panel.dispose();
        return;
      }
      const shared = await this.held.shared(session, meeting);
      if (shared !== undefined) {
        await this.#shareAgain(panel, session, meeting, shared);
        return;
      }
      const { host, memory } = await this.held.openHeld(session, meeting);
      this.#show(panel, session, host, memory);
    } catch (error) {
      panel.dispose();
      showFailure(error, this.#output);
    }
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
    this.#remember();
  }

  templateInFront(): { readonly session: Session; readonly template: Template } | undefined {
    const front = [...this.#open.values()].find(({ isActive }) => isActive);
    return front && { session: front.session, template: front.template };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map((board) => board.close()));
  }

  async #sessionOf(meeting: string): Promise<Session | undefined> {
    for (const session of this.#sessions.all) {
      if (await this.held.has(session, meeting)) {
        return session;
      }
    }
    return undefined;
  }

  #remember(): void {
    const meetings = [...this.#open.values()].map(({ meeting }) => meeting);
    rememberOpen(this.#context.workspaceState, meetings).catch((error: unknown) =>
      this.#output.error(String(error)),
    );
  }

  #newPanel(title: string): vscode.WebviewPanel {
    return vscode.window.createWebviewPanel(boardPanelId, title, vscode.ViewColumn.Active, {});
  }

  #show(panel: vscode.WebviewPanel, session: Session, host: BoardHost, memory: MinutesMemory): void {
    this.#settle(panel, keyOf(session, host.board.meeting.id));
    this.#fill(panel, session, host, memory);
  }

  /** Once for each panel: what it may do, and what becomes of its board when it is closed. */
  #settle(panel: vscode.WebviewPanel, key: string): void {
    panel.webview.options = webviewOptions(this.#context.extensionUri);
    panel.iconPath = new vscode.ThemeIcon('comment-discussion') as unknown as vscode.Uri;
    panel.onDidDispose(() => {
      this.#gone.add(panel);
      const board = this.#open.get(key);
      this.#open.delete(key);
      this.#remember();
      this.#letGo(board).catch((error: unknown) => showFailure(error, this.#output));
    });
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

  #fill(panel: vscode.WebviewPanel, session: Session, host: BoardHost, memory: MinutesMemory): void {
    const { webview } = panel;
    const { extensionUri } = this.#context;
    const { id } = host.board.meeting;
    const page = this.#pageMemory(session, id);
    this.#keep(new OpenBoard(panel, session, host, { minutes: memory, page }, this.#output));
    webview.html = webviewHtml(webview, extensionUri, { name: 'board', title: vscode.l10n.t('Retro board') });
  }

  #keep(board: ShownBoard): void {
    this.#open.set(keyOf(board.session, board.meeting), board);
    this.#remember();
  }

  #pageMemory(session: Session, meeting: string): PageMemory {
    return this.held.pageMemory(session, meeting, (error) => this.#output.warn(String(error)));
  }

  /** Where it cannot be shared as it was, it is on this screen alone, and that is said. */
  async #shareAgain(
    panel: vscode.WebviewPanel,
    session: Session,
    meeting: string,
    { sharedAs, template }: SharedBefore,
  ): Promise<void> {
    this.#settle(panel, keyOf(session, meeting));
    try {
      await this.#showShared(panel, { session, meeting, template }, { ...sharedAs, port: 0 });
    } catch (error) {
      if (error instanceof RetroError && error.code === 'busy') {
        panel.dispose();
        throw error;
      }
      await this.#showAgain(panel, session, meeting);
      showFailure(error, this.#output);
    }
  }

  async #showShared(
    panel: vscode.WebviewPanel,
    { session, meeting, template }: Pick<ShownBoard, 'session' | 'meeting' | 'template'>,
    sharing: Sharing,
    invites = false,
  ): Promise<void> {
    const board = await SharedBoard.start(
      {
        panel,
        session,
        meeting,
        template,
        journals: this.held.folderOf(session),
        memory: this.#pageMemory(session, meeting),
        extensionUri: this.#context.extensionUri,
        output: this.#output,
        onBack: (error) => void this.#isBack(panel, session, meeting, error),
      },
      sharing,
      invites,
    );
    if (this.#gone.has(panel)) {
      await board.close();
    } else {
      this.#keep(board);
    }
  }

  /** A board is shared no more: it goes on where it was, on this screen alone. */
  async #isBack(
    panel: vscode.WebviewPanel,
    session: Session,
    meeting: string,
    failure?: RetroError,
  ): Promise<void> {
    try {
      await this.#open.get(keyOf(session, meeting))?.close();
      await this.#showAgain(panel, session, meeting);
      if (failure !== undefined) {
        showFailure(failure, this.#output);
      }
    } catch (error) {
      panel.dispose();
      showFailure(error, this.#output);
    }
  }

  async #showAgain(panel: vscode.WebviewPanel, session: Session, meeting: string): Promise<void> {
    if (this.#gone.has(panel)) {
      return;
    }
    const { host, memory } = await this.held.openHeld(session, meeting);
    const lead = host.board.participants.find(({ role }) => role === 'facilitator');
    if (lead !== undefined && lead.state !== 'present') {
      await host.take({ id: cryptoIds.newId(), deed: { type: 'join', name: lead.name } }, lead.id);
    }
    if (this.#gone.has(panel)) {
      await host.close();
    } else {
      panel.title = host.board.meeting.title;
      this.#fill(panel, session, host, memory);
    }
  }
}

function cannotShare(board: ShownBoard | undefined): RetroError {
  if (board === undefined) {
    return new RetroError('not-found', vscode.l10n.t('Open the board of a retro first, then share it.'));
  }
  return board instanceof OpenBoard
    ? new RetroError('bad-input', vscode.l10n.t('This retro is closed. Share one that is still going on.'))
    : new RetroError(
        'already-there',
        vscode.l10n.t(
          'This retro is shared already. The invitation is behind the people at the top of the board.',
        ),
      );
}

function keyOf(session: Session, meeting: string): string {
  return `${meeting} ${session.root}`;
}

/** What the page kept of itself names its meeting. */
function meetingIn(state: unknown): string {
  const meeting = (state as { readonly meeting?: unknown } | null | undefined)?.meeting;
  return typeof meeting === 'string' ? meeting : '';
}
