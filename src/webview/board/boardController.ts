import * as l10n from '@vscode/l10n';
import { render } from 'lit-html';
import type { BoardView } from '../../core/board/boardView.ts';
import type { Deed, Wish } from '../../core/board/intent.ts';
import { phaseAfter, phaseBefore } from '../../core/board/phaseOrder.ts';
import { changedView } from '../../core/board/viewChange.ts';
import { isBoardView } from '../../protocol/board.ts';
import {
  boardHost,
  boardPanel,
  type ChangedBoard,
  type PanelFacts,
  type ShownBoard,
} from '../../protocol/boardPanel.ts';
import { Rpc } from '../../protocol/rpc.ts';
import type { PulseAnswers } from '../../protocol/livePulse.ts';
import type { RoomControl } from '../../protocol/liveRoom.ts';
import { RpcError } from '../../protocol/rpcError.ts';
import type { EditorApi } from '../editorApi.ts';
import type { BoardActions } from './boardActions.ts';
import { BoardClock, chime } from './boardClock.ts';
import { BoardFields } from './boardFields.ts';
import { BoardHands } from './boardHands.ts';
import {
  asked,
  type BoardModel,
  firstModel,
  offerLost,
  refused,
  settled,
  shown,
  viewAhead,
} from './boardModel.ts';
import { keptState, type KeptState } from './keptState.ts';
import { makeActions } from './makeActions.ts';
import { newId, newKey } from './newId.ts';
import { reasonOf } from '../reasonOf.ts';
import { renderBoard } from './renderBoard.ts';
import type { Unsent } from './unsentCards.ts';

/** Milliseconds after which it is said that there is no answer. */
const patience = 8000;

/** Deeds that are said with a way to take them back. */
const undoable: readonly Deed['type'][] = [
  'deleteCard',
  'moveCard',
  'moveGroup',
  'groupCard',
  'ungroupCard',
  'splitGroup',
  'mergeGroups',
  'deleteNote',
  'deleteMade',
  'renameGroup',
  'editCard',
];

/** What people do to a live room. */
export interface RoomHands {
  /** Whether entries and minutes can be opened from here. */
  readonly canOpen: boolean;
  control(control: RoomControl): Promise<void>;
  answerPulse(answers: PulseAnswers): Promise<void>;
  /** What was written for other rooms, and never got there. */
  readonly unsent: readonly Unsent[];
  forgetUnsent(): void;
}

/** Holds what the board shows, puts what people do to it at once, and asks the host to do it for good. */
export class BoardController {
  readonly #editor: EditorApi;
  readonly #root: HTMLElement;
  readonly #mac: boolean;
  readonly #rpc: Rpc<typeof boardPanel, typeof boardHost>;
  readonly #actions: BoardActions;
  readonly #clock: BoardClock;
  readonly #hands: BoardHands;
  readonly #kept: KeptState;
  readonly #life = new AbortController();
  /** The secrets of cards that were written here on an anonymous board. */
  readonly #keys = new Map<string, string>();
  /** What is being written in the fields of the board. */
  readonly fields: BoardFields;
  /** What else can be asked for where the board is live. */
  readonly room: RoomHands | undefined;
  #model: BoardModel = firstModel;
  /** Which of the views that were sent the model has. */
  #at = 0;
  #isPainting = false;

  constructor(editor: EditorApi, root: HTMLElement, mac: boolean, room?: RoomHands) {
    this.room = room;
    this.#editor = editor;
    this.#root = root;
    this.#mac = mac;
    this.#kept = keptState(editor.keptState());
    this.#model = { ...firstModel, chime: this.#kept.chime, unsent: room?.unsent ?? [] };
    this.fields = new BoardFields(
      root,
      () => this.keep(),
      (act, after) => window.setTimeout(act, after),
    );
    this.#rpc = new Rpc({
      serves: boardPanel,
      asks: boardHost,
      send: editor.send,
      onBug: editor.onBug,
      handlers: {
        show: (board) => this.#show(board),
        change: (board) => this.#change(board),
        know: (facts) => this.become({ ...this.#model, facts }),
      },
    });
    this.#actions = makeActions(this);
    this.#clock = new BoardClock(root, () => this.#sayTimeIsOver());
    this.#hands = new BoardHands(this, root);
  }

  get model(): BoardModel {
    return this.#model;
  }

  get actions(): BoardActions {
    return this.#actions;
  }

  get hands(): BoardHands {
    return this.#hands;
  }

  /** What loses the focus now was not left by anybody. */
  get isPainting(): boolean {
    return this.#isPainting;
  }

  get rpc(): Rpc<typeof boardPanel, typeof boardHost> {
    return this.#rpc;
  }

  /** The board as it is shown. */
  get view(): BoardView | undefined {
    return viewAhead(this.#model);
  }

  /** Shows the board as the host has it, and asks again for what an earlier page had no answer to. */
  async start(): Promise<void> {
    this.#paint();
    this.#hands.listen(this.#life.signal);
    const { shown: board, facts, kept } = await this.#rpc.ask('open', null);
    for (const [card, key] of kept.keys) {
      this.#keys.set(card, key);
    }
    this.fields.restore(kept.typed);
    this.#show(board, facts);
    const isSame = this.#kept.meeting === board.view.meeting.id;
    for (const wish of isSame ? this.#kept.pending : []) {
      this.send(wish, { sentence: '', undo: false });
    }
    this.keep();
  }

  /** Leaves the page to whatever comes after the board: from here on it draws nothing, hears nothing and asks nothing. */
  end(): void {
    this.fields.flush();
    this.#life.abort();
    this.#rpc.close();
  }

  receive(message: unknown): void {
    this.#rpc.receive(message);
  }

  /** Takes a new model and paints it. The focus stays on what it was on, wherever that is now. */
  become(model: BoardModel): void {
    if (model !== this.#model) {
      this.#model = model;
      this.#paint();
    }
  }

  /** Asks the host for something; it shows before the host has answered. */
  ask(deed: Deed, told = ''): void {
    this.send(
      { id: newId(), deed: this.#withKey(deed) },
      { sentence: told, undo: undoable.includes(deed.type) },
    );
  }

  send(wish: Wish, told: BoardModel['told']): void {
    this.become(asked(this.#model, wish, told));
    this.keep();
    void this.#settle(wish);
  }

  /** Keeps what would be lost with the page. */
  keep(): void {
    const { said, pending, chime } = this.#model;
    if (said !== undefined) {
      this.#editor.keepState({ meeting: said.meeting.id, pending, chime } satisfies KeptState);
      this.#rpc.tell('keep', { typed: this.fields.typed, keys: [...this.#keys] });
    }
  }

  /** Goes to the next phase or the one before, if there is one. */
  goTo(step: 1 | -1): void {
    const view = this.view;
    const phase = view && (step === 1 ? phaseAfter : phaseBefore)(view.phases, view.phase);
    if (phase !== undefined && view?.state === 'open') {
      this.ask({ type: 'goTo', phase });
    }
  }

  #show(board: ShownBoard, facts: PanelFacts = this.#model.facts): void {
    this.#at = board.at;
    const before = this.view?.phase;
    const next = offerLost(
      this.#model,
      { ...shown(this.#model, board), facts },
      this.fields.edited(this.#model.editing) ?? '',
    );
    const phase = viewAhead({ ...next, staying: '' })?.phase;
    const hasMoved = before !== undefined && before !== phase;
    const staying = hasMoved && this.#hands.isWriting() ? before : '';
    // What was said of a phase says nothing in the next one.
    const told = hasMoved && this.room !== undefined ? { sentence: '', undo: false } : next.told;
    this.become({ ...next, told, staying });
  }

  /** Makes the next view of the one that is here; where that is another one, the whole is asked for. */
  #change({ at, from, change, done }: ChangedBoard): void {
    const { said } = this.#model;
    const view = said !== undefined && from === this.#at ? changedView(said, change) : undefined;
    if (view !== undefined && isBoardView(view)) {
      this.#show({ at, view, done });
    } else {
      this.#rpc.ask('open', null).then(
        ({ shown: board, facts }) => this.#show({ ...board, done: [...done, ...board.done] }, facts),
        (error: unknown) => this.become({ ...this.#model, complaint: reasonOf(error) }),
      );
    }
  }

  async #settle(wish: Wish): Promise<void> {
    // Where the connection is gone, that is said already.
    const unanswered =
      this.room === undefined
        ? window.setTimeout(() => this.become({ ...this.#model, unanswered: true }), patience)
        : undefined;
    try {
      const { refused: refusal } = await this.#rpc.ask('take', wish);
      this.become(
        refusal === undefined ? settled(this.#model, wish) : refused(this.#model, wish, refusal.message),
      );
    } catch (error) {
      // A closed connection is that of a page that is going: its successor asks again.
      if (!(error instanceof RpcError && error.code === 'closed')) {
        this.become(refused(this.#model, wish, reasonOf(error)));
      }
    }
    window.clearTimeout(unanswered);
    this.keep();
  }

  /** Seen and read aloud; heard where somebody asked for the sound. */
  #sayTimeIsOver(): void {
    this.become({ ...this.#model, told: { sentence: l10n.t('The time is over.'), undo: false } });
    if (this.#model.chime) {
      chime();
    }
  }

  /** On an anonymous board each card has a secret, which whoever changes it has to have. */
  #withKey(deed: Deed): Deed {
    if (this.#model.said?.names !== 'anonymous' || !('card' in deed)) {
      return deed;
    }
    if (deed.type === 'addCard') {
      const key = newKey();
      this.#keys.set(deed.card, key);
      return { ...deed, key };
    }
    const key = this.#keys.get(deed.card);
    const takesKey = ['editCard', 'deleteCard', 'restoreCard', 'moveCard'].includes(deed.type);
    return takesKey && key !== undefined ? ({ ...deed, key } as Deed) : deed;
  }

  #paint(): void {
    if (this.#life.signal.aborted) {
      return;
    }
    const focused = this.#hands.focusedId();
    this.#isPainting = true;
    try {
      render(renderBoard(this.#model, this.#actions, this.#mac), this.#root);
    } finally {
      this.#isPainting = false;
    }
    this.fields.sit(this.view?.me ?? '');
    this.#hands.afterPaint(focused);
    this.#clock.show();
  }
}
