import * as vscode from 'vscode';
import { BoardHost } from '../../core/board/boardHost.ts';
import type { Board } from '../../core/board/board.ts';
import type { GivenEntry } from '../../core/board/given.ts';
import type { Deed } from '../../core/board/intent.ts';
import type { Template } from '../../core/templates/template.ts';
import { RetroError } from '../../core/retroError.ts';
import { cryptoIds } from '../../node/cryptoIds.ts';
import type { FileJournal } from '../../node/journal/fileJournal.ts';
import { showFailure, withoutLinks } from '../commands/showFailure.ts';
import { boardPanelId } from '../manifestNames.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { webviewHtml, webviewOptions } from '../webviewHtml.ts';
import { BoardStorage } from './boardStorage.ts';
import { facilitatorName } from './facilitatorName.ts';
import type { MinutesMemory } from '../../node/meeting/minutesMemory.ts';
import { OpenBoard } from './openBoard.ts';
import { readMinutes } from './readMinutes.ts';
import { rememberOpen } from './wereOpen.ts';

/** A meeting whose board is kept on this machine. */
export interface KeptBoard {
  readonly meeting: Board['meeting'];
  readonly state: Board['state'];
  readonly phase: Board['phase'];
  readonly template: string;
}

/** How many entries came onto a board: as cards, and among what happened. */
export interface Brought {
  readonly carded: number;
  readonly listed: number;
}

/** A board with what belongs to it. */
interface Opened {
  readonly host: BoardHost;
  readonly journal: FileJournal;
  readonly memory: MinutesMemory;
}

/** All that there is to boards once there is one. */
export class OpenBoards {
  readonly #context: vscode.ExtensionContext;
  readonly #sessions: Sessions;
  readonly #output: vscode.LogOutputChannel;
  readonly #storage: BoardStorage;
  readonly #open = new Map<string, OpenBoard>();

  constructor(context: vscode.ExtensionContext, sessions: Sessions, output: vscode.LogOutputChannel) {
    this.#context = context;
    this.#sessions = sessions;
    this.#output = output;
    this.#storage = new BoardStorage(context.globalStorageUri);
  }

  /** Begins a meeting. */
  async start(session: Session, deed: Deed & { readonly type: 'start' }): Promise<void> {
    const { host, memory } = await this.#openKept(session, deed.meeting.id);
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
    const { host, memory } = await this.#openHeld(session, meeting);
    this.#show(this.#newPanel(host.board.meeting.title), session, host, memory);
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
      const { host, memory } = await this.#openHeld(session, meeting);
      this.#show(panel, session, host, memory);
    } catch (error) {
      panel.dispose();
      showFailure(error, this.#output);
    }
  }

  /** The meetings of a repository that have a journal here, the latest first. Those that are open elsewhere count. */
  async kept(session: Session): Promise<readonly KeptBoard[]> {
    const found: KeptBoard[] = [];
    for (const meeting of await this.#storage.meetings(session)) {
      const board = await this.#storage.look(session, meeting);
      if (board !== undefined && board.state !== 'new') {
        found.push({
          meeting: board.meeting,
          state: board.state,
          phase: board.phase,
          template: board.template.name,
        });
      }
    }
    return found.toSorted((a, b) => (a.meeting.date < b.meeting.date ? 1 : -1));
  }

  /** Offers boards that were open when the extension host died. */
  async offer(meetings: readonly string[]): Promise<void> {
    await this.#sessions.open();
    for (const meeting of meetings) {
      const session = vscode.workspace.isTrusted ? await this.#sessionOf(meeting) : undefined;
      const board = session && (await this.#storage.look(session, meeting));
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
      if ((await this.#storage.meetings(session)).includes(meeting)) {
        return session;
      }
    }
    return undefined;
  }

  async #openKept(session: Session, meeting: string): Promise<Opened> {
    const journal = await this.#storage.open(session, meeting);
    const memory = this.#storage.minutesMemory(session, meeting);
    try {
      await memory.load();
      return {
        host: await BoardHost.open({ journal, clock: session.clock, ids: cryptoIds }),
        journal,
        memory,
      };
    } catch (error) {
      await journal.close();
      throw error;
    }
  }

  /**
   * A meeting that was held before: from its minutes where there is no journal here, and where somebody changed the
   * minutes after it was closed.
   */
  async #openHeld(session: Session, meeting: string): Promise<Opened> {
    const opened = await this.#openKept(session, meeting);
    try {
      await session.log.load();
      const { state } = opened.host.board;
      const minutes = state === 'open' ? undefined : await readMinutes(session, meeting);
      if (minutes !== undefined && (state === 'new' || !opened.memory.isOurs(minutes.text))) {
        await opened.journal.compact(minutes.board);
        await opened.memory.aboutToWrite(minutes.text);
        await opened.host.close();
        return await this.#withFacilitator(session, await this.#openKept(session, meeting));
      }
      if (state === 'new') {
        throw new RetroError(
          'not-found',
          vscode.l10n.t('This retro is not here any more, nor are its minutes.'),
        );
      }
      return opened;
    } catch (error) {
      await opened.host.close();
      throw error;
    }
  }

  /** Whoever opens a meeting from its minutes runs it. */
  async #withFacilitator(session: Session, opened: Opened): Promise<Opened> {
    const deed = { type: 'join', name: await facilitatorName(session) } as const;
    await opened.host.take({ id: cryptoIds.newId(), deed }, cryptoIds.newId());
    return opened;
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
    const { webview } = panel;
    const { extensionUri } = this.#context;
    webview.options = webviewOptions(extensionUri);
    panel.iconPath = new vscode.ThemeIcon('comment-discussion') as unknown as vscode.Uri;
    const page = this.#storage.pageMemory(session, host.board.meeting.id, (error) =>
      this.#output.warn(String(error)),
    );
    const board = new OpenBoard(panel, session, host, { minutes: memory, page }, this.#output);
    const key = keyOf(session, host.board.meeting.id);
    this.#open.set(key, board);
    this.#remember();
    panel.onDidDispose(() => {
      this.#open.delete(key);
      this.#remember();
      board.close().catch((error: unknown) => showFailure(error, this.#output));
    });
    webview.html = webviewHtml(webview, extensionUri, { name: 'board', title: vscode.l10n.t('Retro board') });
  }
}

function keyOf(session: Session, meeting: string): string {
  return `${meeting} ${session.root}`;
}

/** What the page kept of itself names its meeting. */
function meetingIn(state: unknown): string {
  const meeting = (state as { readonly meeting?: unknown } | null | undefined)?.meeting;
  return typeof meeting === 'string' ? meeting : '';
}
