import * as l10n from '@vscode/l10n';
import type { BoardView } from '../../core/board/boardView.ts';
import { changedView } from '../../core/board/viewChange.ts';
import { isBoardView } from '../../protocol/board.ts';
import { boardHost, boardPanel, type PanelFacts } from '../../protocol/boardPanel.ts';
import type { Handlers } from '../../protocol/methods.ts';
import type { PulseAnswers } from '../../protocol/livePulse.ts';
import type { liveGuest, liveRoom, RoomControl } from '../../protocol/liveRoom.ts';
import { Rpc } from '../../protocol/rpc.ts';
import type { GuestMemory } from './guestMemory.ts';
import { Outbox } from './outbox.ts';

type RoomRpc = Rpc<typeof liveGuest, typeof liveRoom>;

/** What whoever shows the page is told. */
export interface SeatEvents {
  /** The board or what is known of the room is another one. */
  readonly changed: () => void;
  /** What was sent does not fit what is here: everything is wanted anew. */
  readonly lost: () => void;
  readonly openMinutes: () => void;
  readonly openEntry: (id: string) => void;
  readonly onBug: (error: unknown) => void;
}

/** So many secrets of cards go in one message. */
const keysAtOnce = 500;

const noFacts: PanelFacts = {
  people: [],
  minutes: { state: 'saved', path: '', reason: '' },
  canCommit: false,
  recovered: '',
};

/** Serves the board of a page what an editor serves to its panel, over a connection that may break at any time. */
export class GuestSeat {
  readonly #memory: GuestMemory;
  readonly #events: SeatEvents;
  readonly #outbox = new Outbox((act, after) => window.setTimeout(act, after));
  readonly #panel: Rpc<typeof boardHost, typeof boardPanel>;
  /** Takes what is for the board's page. */
  toPanel: (message: unknown) => void = () => undefined;
  #room: RoomRpc | undefined;
  #view: BoardView | undefined;
  #feed = '';
  #at = 0;
  #facts = noFacts;
  /** How far the host's clock is ahead of this one. */
  #ahead = 0;

  constructor(memory: GuestMemory, events: SeatEvents) {
    this.#memory = memory;
    this.#events = events;
    this.#panel = new Rpc({
      serves: boardHost,
      asks: boardPanel,
      send: (message) => this.toPanel(message),
      onBug: events.onBug,
      handlers: {
        open: () => this.#opened(),
        keep: (page) => this.#memory.keep(page),
        take: (wish) => this.#outbox.ask(wish),
        passKeyboard: () => undefined,
        previewMinutes: () => this.#ask((room) => room.ask('previewMinutes', null)),
        closeMeeting: (how) => this.#ask((room) => room.ask('closeMeeting', how)),
        keepBoth: () => this.#room?.tell('keepBoth', null),
        openMinutes: () => this.#events.openMinutes(),
        openEntry: (id) => this.#events.openEntry(id),
        share: () => undefined,
      },
    });
  }

  get view(): BoardView | undefined {
    return this.#view;
  }

  get facts(): PanelFacts {
    return this.#facts;
  }

  /** What of the board is here from before. */
  get last(): { readonly feed: string; readonly at: number } {
    return { feed: this.#feed, at: this.#at };
  }

  /** What the room asks of this page. */
  get handlers(): Omit<Handlers<typeof liveGuest>, 'admitted'> {
    return {
      show: ({ feed, at, view, done }) => {
        this.#feed = feed;
        this.#take(at, view);
        this.#panel.tell('show', { at, view, done });
      },
      change: ({ at, from, change, done }) => {
        const view =
          this.#view !== undefined && from === this.#at ? changedView(this.#view, change) : undefined;
        if (view === undefined || !isBoardView(view)) {
          this.#feed = '';
          this.#events.lost();
          return;
        }
        this.#take(at, view);
        this.#panel.tell('change', { at, from, change, done });
      },
      clock: (now) => {
        this.#ahead = now - Date.now();
      },
      know: (facts) => this.#know(facts),
    };
  }

  /** The page of the board has something to say. */
  receive(message: unknown): void {
    this.#panel.receive(message);
  }

  /** There is a connection, and this person is in. */
  connected(room: RoomRpc): void {
    this.#room = room;
    const keys = this.#memory.page.keys.map(([, key]) => key);
    for (let at = 0; at < keys.length; at += keysAtOnce) {
      room.tell('own', keys.slice(at, at + keysAtOnce));
    }
    this.#outbox.connect((wish) => room.ask('take', wish));
  }

  /** The connection broke. */
  disconnected(): void {
    this.#room = undefined;
    this.#outbox.disconnect();
    const { live } = this.#facts;
    if (live !== undefined) {
      this.#know({ ...this.#facts, live: { ...live, online: false, waiting: [] } });
    }
  }

  async control(control: RoomControl): Promise<void> {
    await this.#ask((room) => room.ask('control', control));
  }

  /** Not kept here while there is no connection: answers are nowhere but in the page and in the room. */
  async answerPulse(answers: PulseAnswers): Promise<void> {
    await this.#ask((room) => room.ask('answerPulse', answers));
  }

  get room(): RoomRpc | undefined {
    return this.#room;
  }

  #ask<T>(ask: (room: RoomRpc) => Promise<T>): Promise<T> {
    return this.#room === undefined
      ? Promise.reject(new Error(l10n.t('There is no connection. Try again when it is back.')))
      : ask(this.#room);
  }

  #opened(): ReturnType<Handlers<typeof boardHost>['open']> {
    if (this.#view === undefined) {
      throw new Error('There is no board yet.');
    }
    return {
      shown: { at: this.#at, view: this.#view, done: [] },
      facts: this.#known(),
      kept: this.#memory.page,
    };
  }

  #take(at: number, view: BoardView): void {
    this.#at = at;
    this.#view = view;
    this.#events.changed();
  }

  #know(facts: PanelFacts): void {
    this.#facts =
      facts.live === undefined ? facts : { ...facts, live: { ...facts.live, ahead: this.#ahead } };
    this.#panel.tell('know', this.#known());
    this.#events.changed();
  }

  /** Those at the board come first among the people to choose an owner from, unless they are no names of theirs. */
  #known(): PanelFacts {
    const here = this.#view?.names === 'named' ? this.#view.participants.map(({ name }) => name) : [];
    return { ...this.#facts, people: [...new Set([...here, ...this.#facts.people])] };
  }
}
