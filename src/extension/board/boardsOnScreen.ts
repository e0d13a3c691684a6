import * as vscode from 'vscode';
import { cryptoIds } from '../../node/cryptoIds.ts';
import { UpdateQueue } from '../../node/files/updateQueue.ts';
import { boardIcon } from '../boardIcon.ts';
import { showFailure } from '../commands/showFailure.ts';
import { boardPanelId } from '../manifestNames.ts';
import type { Session } from '../session.ts';
import { webviewHtml, webviewOptions } from '../webviewHtml.ts';
import type { HeldBoards, Opened } from './heldBoards.ts';
import { OpenBoard } from './openBoard.ts';
import type { PageMemory } from './pageMemory.ts';
import type { ShownBoard } from './shownBoard.ts';
import { rememberOpen } from './wereOpen.ts';

/** The boards that are on the screen, each with its panel. */
export class BoardsOnScreen {
  readonly context: vscode.ExtensionContext;
  readonly output: vscode.LogOutputChannel;
  readonly held: HeldBoards;
  readonly #open = new Map<string, ShownBoard>();
  /** Panels that were closed. */
  readonly #gone = new WeakSet<vscode.WebviewPanel>();
  readonly #openings = new UpdateQueue();
  readonly #letGo: (board: ShownBoard | undefined) => Promise<void>;

  /** @param letGo called with the board of a panel that was closed, if it had one by then */
  constructor(
    context: vscode.ExtensionContext,
    output: vscode.LogOutputChannel,
    held: HeldBoards,
    letGo: (board: ShownBoard | undefined) => Promise<void>,
  ) {
    this.context = context;
    this.output = output;
    this.held = held;
    this.#letGo = letGo;
  }

  of(session: Session, meeting: string): ShownBoard | undefined {
    return this.#open.get(keyOf(session, meeting));
  }

  get inFront(): ShownBoard | undefined {
    return [...this.#open.values()].find(({ isActive }) => isActive);
  }

  newPanel(title: string): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel(boardPanelId, title, vscode.ViewColumn.Active, {});
    this.watch(panel);
    return panel;
  }

  /** From here on it is known whether a panel was closed. */
  watch(panel: vscode.WebviewPanel): void {
    panel.onDidDispose(() => this.#gone.add(panel));
  }

  isGone(panel: vscode.WebviewPanel): boolean {
    return this.#gone.has(panel);
  }

  /**
   * Opens a board that is not on the screen yet. Two who open the same one do so one after the other: the second finds
   * it on the screen, where the first did not fail.
   *
   * @returns the one that was there already
   */
  async openOnce(
    session: Session,
    meeting: string,
    open: () => Promise<void>,
  ): Promise<ShownBoard | undefined> {
    return this.#openings.run(keyOf(session, meeting), async () => {
      const there = this.of(session, meeting);
      if (there === undefined) {
        await open();
      }
      return there;
    });
  }

  /** Once for each panel that is watched: what it may do, and what becomes of its board when it is closed. */
  settle(panel: vscode.WebviewPanel, session: Session, meeting: string): void {
    const key = keyOf(session, meeting);
    panel.webview.options = webviewOptions(this.context.extensionUri);
    panel.iconPath = boardIcon;
    panel.onDidDispose(() => {
      const board = this.#open.get(key);
      this.#open.delete(key);
      this.remember();
      this.#letGo(board).catch((error: unknown) => showFailure(error, this.output));
    });
  }

  /** Shows a board in a panel that is settled, on this screen alone; it is closed where the panel is. */
  async fill(panel: vscode.WebviewPanel, session: Session, { host, memory }: Opened): Promise<void> {
    if (this.#gone.has(panel)) {
      await host.close();
      return;
    }
    const { webview } = panel;
    const { extensionUri } = this.context;
    const { id, title } = host.board.meeting;
    const page = this.pageMemory(session, id);
    panel.title = title;
    this.keep(new OpenBoard(panel, session, host, { minutes: memory, page }, this.output));
    webview.html = webviewHtml(webview, extensionUri, { name: 'board', title: vscode.l10n.t('Retro board') });
  }

  /** The same for a board that was shared: whoever leads it is at it. */
  async fillAgain(panel: vscode.WebviewPanel, session: Session, meeting: string): Promise<void> {
    if (this.#gone.has(panel)) {
      return;
    }
    const opened = await this.held.openHeld(session, meeting);
    const { host } = opened;
    const lead = host.board.participants.find(({ role }) => role === 'facilitator');
    if (lead !== undefined && lead.state !== 'present') {
      await host.take({ id: cryptoIds.newId(), deed: { type: 'join', name: lead.name } }, lead.id);
    }
    await this.fill(panel, session, opened);
  }

  keep(board: ShownBoard): void {
    this.#open.set(keyOf(board.session, board.meeting), board);
    this.remember();
  }

  pageMemory(session: Session, meeting: string): PageMemory {
    return this.held.pageMemory(session, meeting, (error) => this.output.warn(String(error)));
  }

  /** Keeps which boards are open, for when the editor should stop. */
  remember(): void {
    const meetings = [...this.#open.values()].map(({ meeting }) => meeting);
    rememberOpen(this.context.workspaceState, meetings).catch((error: unknown) =>
      this.output.error(String(error)),
    );
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map((board) => board.close()));
  }
}

function keyOf(session: Session, meeting: string): string {
  return `${meeting} ${session.root}`;
}
