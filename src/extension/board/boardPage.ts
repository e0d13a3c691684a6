import * as vscode from 'vscode';
import { doerAtScreen, facilitatorOf, viewAtScreen } from '../../core/board/atScreen.ts';
import type { BoardHost } from '../../core/board/boardHost.ts';
import type { Intent, Wish } from '../../core/board/intent.ts';
import { withOwnKey } from '../../core/board/ownKey.ts';
import type { Refusal } from '../../core/board/refusal.ts';
import { SeatKeys } from '../../core/board/seatKeys.ts';
import { shareUnchanged } from '../../core/board/shareUnchanged.ts';
import { changeBetween } from '../../core/board/viewChange.ts';
import type { BoardView } from '../../core/board/boardView.ts';
import type { Handlers, OutputOf } from '../../protocol/methods.ts';
import { boardHost, boardPanel, type PanelFacts, type ShownBoard } from '../../protocol/boardPanel.ts';
import { Rpc } from '../../protocol/rpc.ts';
import { sendTo } from '../webviewEnds.ts';
import { cryptoIds } from '../../node/cryptoIds.ts';
import type { PageMemory } from './pageMemory.ts';

/** What the page of a board asks for that is no deed on the board. */
export type PageDeeds = Omit<Handlers<typeof boardHost>, 'open' | 'keep' | 'take' | 'passKeyboard'>;

/** One page that shows a board: who has its keyboard, and what it has been told. */
export class BoardPage {
  readonly #host: BoardHost;
  readonly #rpc: Rpc<typeof boardHost, typeof boardPanel>;
  readonly #memory: PageMemory;
  readonly #stop: () => void;
  readonly #facts: () => PanelFacts;
  readonly #seatKeys = new SeatKeys();
  #seat: string;
  /** What the page has been sent: so it is told of what has changed alone. */
  #sent: { readonly at: number; readonly view: BoardView } | undefined;
  /** Ids of what was done since the page was last shown the board. */
  #done: string[] = [];

  constructor(
    webview: vscode.Webview,
    host: BoardHost,
    memory: PageMemory,
    facts: () => PanelFacts,
    deeds: PageDeeds,
    onBug: (error: unknown) => void,
  ) {
    this.#host = host;
    this.#memory = memory;
    this.#facts = facts;
    this.#seat = facilitatorOf(host.board);
    this.#rpc = new Rpc({
      serves: boardHost,
      asks: boardPanel,
      send: sendTo(webview),
      onBug,
      handlers: {
        ...deeds,
        open: () => this.#open(),
        keep: (kept) => this.#memory.keep(kept),
        take: (wish) => this.#take(wish),
        passKeyboard: (to) => this.#passKeyboard(to),
      },
    });
    const stop = host.onDidChange((_board, intent) => this.#changed(intent));
    const received = webview.onDidReceiveMessage((message: unknown) => this.#rpc.receive(message));
    this.#stop = () => {
      stop();
      received.dispose();
    };
  }

  /** Does something in the facilitator's name. */
  async lead(deed: Wish['deed']): Promise<Refusal | undefined> {
    const refused = await this.#host.take({ id: cryptoIds.newId(), deed }, facilitatorOf(this.#host.board));
    this.#show();
    return refused;
  }

  /** Tells the page what it is to know besides the board. */
  tellFacts(): void {
    this.#rpc.tell('know', this.#facts());
  }

  /** Resolves when what the page kept is written. */
  async close(): Promise<void> {
    this.#stop();
    this.#rpc.close();
    await this.#memory.flush();
  }

  async #open(): Promise<OutputOf<(typeof boardHost)['open']>> {
    const kept = await this.#memory.kept();
    if (this.#host.board.participants.length <= 1) {
      this.#seatKeys.add(this.#seat, this.#memory.keys);
    }
    return { shown: this.#shown(), facts: this.#facts(), kept };
  }

  async #take(wish: Wish): Promise<{ readonly refused?: Refusal }> {
    const { deed } = wish;
    if (deed.type === 'addCard' && deed.key !== undefined) {
      this.#memory.addKey(deed.card, deed.key);
      this.#seatKeys.add(this.#seat, [deed.key]);
    }
    const board = this.#host.ahead;
    const own = withOwnKey(board, deed, this.#seat, this.#seatKeys.of(this.#seat));
    const refused = await this.#host.take({ ...wish, deed: own }, doerAtScreen(board, deed, this.#seat));
    if (deed.type === 'goTo' && refused === undefined) {
      this.#seat = facilitatorOf(this.#host.board);
    }
    this.#show();
    return refused === undefined ? {} : { refused };
  }

  /** Somebody who is new sits down under a number: on a shared screen nobody has to type their name. */
  async #passKeyboard(to: string): Promise<void> {
    const { participants } = this.#host.board;
    if (participants.some(({ id, state }) => id === to && state === 'present')) {
      this.#seat = to;
    } else {
      const seat = cryptoIds.newId();
      const name = vscode.l10n.t('Person {0}', participants.length + 1);
      const refused = await this.#host.take({ id: cryptoIds.newId(), deed: { type: 'join', name } }, seat);
      this.#seat = refused === undefined ? seat : this.#seat;
    }
    this.#send();
  }

  #changed(intent: Intent): void {
    this.#done.push(intent.id);
  }

  #show(): void {
    if (this.#done.length > 0) {
      this.#send();
    }
  }

  #send(): void {
    const sent = this.#sent;
    if (sent !== undefined) {
      const view = shareUnchanged(sent.view, this.#view());
      const change = changeBetween(sent.view, view);
      if (change !== undefined) {
        this.#sent = { at: sent.at + 1, view };
        this.#rpc.tell('change', { at: sent.at + 1, from: sent.at, change, done: this.#done.splice(0) });
        return;
      }
    }
    this.#rpc.tell('show', this.#shown());
  }

  #shown(): ShownBoard {
    this.#sent = { at: (this.#sent?.at ?? 0) + 1, view: this.#view() };
    return { ...this.#sent, done: this.#done.splice(0) };
  }

  #view(): BoardView {
    return viewAtScreen(this.#host.board, {
      participant: this.#seat,
      keys: this.#seatKeys.of(this.#seat),
    });
  }
}
