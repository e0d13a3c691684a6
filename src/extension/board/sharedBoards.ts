import * as vscode from 'vscode';
import type { Naming } from '../../core/templates/template.ts';
import { RetroError } from '../../core/retroError.ts';
import { showFailure } from '../commands/showFailure.ts';
import type { AskedSharing } from '../live/askSharing.ts';
import type { Session } from '../session.ts';
import { bugsTo } from '../webviewEnds.ts';
import type { BoardsOnScreen } from './boardsOnScreen.ts';
import type { SharedBefore } from './heldBoards.ts';
import { keepMeanwhile } from './keepMeanwhile.ts';
import { OpenBoard } from './openBoard.ts';
import { SharedBoard, type Sharing } from './sharedBoard.ts';
import type { PageMemory } from './pageMemory.ts';
import type { ShownBoard } from './shownBoard.ts';

/** Brings boards from this screen to others, and back. */
export class SharedBoards {
  readonly #screen: BoardsOnScreen;

  constructor(screen: BoardsOnScreen) {
    this.#screen = screen;
  }

  /** See `OpenBoards.share`. */
  async share(ask: (namings: readonly Naming[]) => Promise<AskedSharing | undefined>): Promise<void> {
    const board = this.#screen.inFront;
    if (!(board instanceof OpenBoard) || !board.isOpen) {
      throw cannotShare(board);
    }
    const asked = await ask(board.namings);
    if (asked === undefined || this.#screen.of(board.session, board.meeting) !== board) {
      return;
    }
    await board.setNames(asked.names);
    const { panel, session, meeting, memory } = board;
    const kept = keepMeanwhile(panel.webview, memory, bugsTo(this.#screen.output));
    try {
      await board.close();
      await this.#show(panel, board, asked.sharing, memory, true);
    } catch (error) {
      await memory.flush();
      await this.#screen.fillAgain(panel, session, meeting);
      throw error;
    } finally {
      kept.dispose();
    }
  }

  /** Where it cannot be shared as it was, it is on this screen alone, and that is said. */
  async shareAgain(
    panel: vscode.WebviewPanel,
    session: Session,
    meeting: string,
    { sharedAs, template }: SharedBefore,
  ): Promise<void> {
    this.#screen.settle(panel, session, meeting);
    try {
      const memory = this.#screen.pageMemory(session, meeting);
      await this.#show(panel, { session, meeting, template }, { ...sharedAs, port: 0 }, memory);
    } catch (error) {
      if (error instanceof RetroError && error.code === 'busy') {
        panel.dispose();
        throw error;
      }
      await this.#screen.fillAgain(panel, session, meeting);
      showFailure(error, this.#screen.output);
    }
  }

  async #show(
    panel: vscode.WebviewPanel,
    { session, meeting, template }: Pick<ShownBoard, 'session' | 'meeting' | 'template'>,
    sharing: Sharing,
    memory: PageMemory,
    invites = false,
  ): Promise<void> {
    const { held, context, output } = this.#screen;
    const board = await SharedBoard.start(
      {
        panel,
        session,
        meeting,
        template,
        journals: held.folderOf(session),
        memory,
        extensionUri: context.extensionUri,
        output,
        onBack: (error) => void this.#isBack(panel, session, meeting, error),
      },
      sharing,
      invites,
    );
    if (this.#screen.isGone(panel)) {
      await board.close();
    } else {
      this.#screen.keep(board);
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
      await this.#screen.of(session, meeting)?.close();
      await this.#screen.fillAgain(panel, session, meeting);
      if (failure !== undefined) {
        showFailure(failure, this.#screen.output);
      }
    } catch (error) {
      panel.dispose();
      showFailure(error, this.#screen.output);
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
