import * as vscode from 'vscode';
import type { GivenEntry } from '../../core/board/given.ts';
import type { Deed } from '../../core/board/intent.ts';
import { boardPanelId } from '../manifestNames.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import type { KeptBoard } from './heldBoards.ts';
import type { OpenBoards } from './openBoards.ts';
import { wereOpen } from './wereOpen.ts';

/**
 * The boards of this window, each in a panel of its own. What a board needs is loaded with the first one; here is
 * only what has to be there from the start, so that a panel comes back after a reload.
 */
export class BoardPanels implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #sessions: Sessions;
  readonly #output: vscode.LogOutputChannel;
  readonly #serializer: vscode.Disposable;
  #loading: Promise<OpenBoards> | undefined;

  constructor(context: vscode.ExtensionContext, sessions: Sessions, output: vscode.LogOutputChannel) {
    this.#context = context;
    this.#sessions = sessions;
    this.#output = output;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(boardPanelId, {
      deserializeWebviewPanel: async (panel, state: unknown) => (await this.#load()).restore(panel, state),
    });
    if (wereOpen(context.workspaceState).length > 0) {
      this.#offerWhatWasOpen().catch((error: unknown) => output.error(String(error)));
    }
  }

  /** Begins a meeting and shows its board. */
  async start(session: Session, deed: Deed & { readonly type: 'start' }): Promise<void> {
    await (await this.#load()).start(session, deed);
  }

  /** Shows the board of a meeting that was begun or held before. */
  async resume(session: Session, meeting: string): Promise<void> {
    await (await this.#load()).resume(session, meeting);
  }

  /** Shows the board of a meeting, and brings entries onto it. */
  async bring(
    session: Session,
    meeting: string,
    entries: readonly GivenEntry[],
  ): Promise<Awaited<ReturnType<OpenBoards['bring']>>> {
    return (await this.#load()).bring(session, meeting, entries);
  }

  /** Asks from where others come to the board that is in front, and lets them. */
  async share(): Promise<void> {
    const { askSharing } = await import('../live/askSharing.ts');
    await (await this.#load()).share(askSharing);
  }

  /** The meetings whose boards are kept on this machine, the latest first. */
  async kept(session: Session): Promise<readonly KeptBoard[]> {
    return (await this.#load()).held.kept(session);
  }

  /** The template of the board that is in front, to be kept as the team's own. */
  async templateInFront(): Promise<ReturnType<OpenBoards['templateInFront']>> {
    return this.#loading === undefined ? undefined : (await this.#load()).templateInFront();
  }

  /** All that was done is safe already; what is left is to write the minutes and to let the boards go. */
  dispose(): void {
    this.#serializer.dispose();
    this.#loading
      ?.then((boards) => boards.close())
      .catch((error: unknown) => this.#output.error(String(error)));
  }

  /** When the extension host dies, the editor closes its panels; after a reload it brings them back by itself. */
  async #offerWhatWasOpen(): Promise<void> {
    const isBack = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .some(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(boardPanelId));
    if (!isBack) {
      await (await this.#load()).offer(wereOpen(this.#context.workspaceState));
    }
  }

  #load(): Promise<OpenBoards> {
    this.#loading ??= import('./openBoards.ts').then(
      ({ OpenBoards }) => new OpenBoards(this.#context, this.#sessions, this.#output),
    );
    return this.#loading;
  }
}
