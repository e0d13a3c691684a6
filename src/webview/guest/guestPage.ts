import { render } from 'lit-html';
import type { Naming } from '../../core/templates/template.ts';
import type { OfferedTemplate, RoomControl } from '../../protocol/liveRoom.ts';
import { BoardController } from '../board/boardController.ts';
import { copyText } from '../copyText.ts';
import { isMac } from '../editorApi.ts';
import { reasonOf } from '../reasonOf.ts';
import type { GuestHome } from './guestHome.ts';
import { GuestMemory } from './guestMemory.ts';
import { GuestSeat } from './guestSeat.ts';
import type { Invitation } from '../../protocol/invitationIn.ts';
import { type GuestState, renderGuest } from './renderGuest.ts';
import { RoomLink, type Over } from './roomLink.ts';

/** The page of a guest, from the link that they were given to the board. */
export class GuestPage {
  readonly #root: HTMLElement;
  readonly #home: GuestHome;
  readonly #invitation: Invitation;
  readonly #memory: GuestMemory;
  readonly #seat: GuestSeat;
  #link: RoomLink | undefined;
  #board: BoardController | undefined;
  #state: GuestState;
  #name = '';
  /** With what it is tried to come in. */
  #proof: string;
  #offer: readonly OfferedTemplate[] | undefined;
  #complaint = '';

  constructor(root: HTMLElement, home: GuestHome) {
    this.#root = root;
    this.#home = home;
    this.#invitation = home.invitation;
    this.#memory = new GuestMemory(home.store, this.#invitation.room);
    this.#proof = this.#memory.proof;
    this.#state = this.#invitation.room === '' ? { name: 'over', why: 'refused' } : { name: 'asking' };
    this.#seat = new GuestSeat(this.#memory, {
      changed: () => this.#paint(),
      lost: () => this.#link?.reconnect(),
      openMinutes: () => home.openMinutes(),
      openEntry: (id) => home.openEntry(id),
      onBug,
    });
  }

  /** Comes in at once where this person was in before; otherwise asks for a name. */
  start(): void {
    if (this.#invitation.room !== '' && this.#proof !== '') {
      this.#become({ name: 'entering' });
      this.#connect();
    } else if (this.#state.name === 'asking' && this.#invitation.token === '') {
      this.#become({ name: 'over', why: 'refused' });
    } else {
      this.#paint();
    }
    // Another link to this page is another way in.
    this.#home.onOtherInvitation(() => window.location.reload());
  }

  #enterAs(name: string): void {
    this.#name = name.trim();
    if (this.#name !== '') {
      this.#memory.rememberName(this.#name);
      this.#proof = this.#invitation.token;
      this.#become({ name: 'entering' });
      this.#connect();
    }
  }

  #connect(): void {
    this.#link?.close();
    const link = new RoomLink(this.#home, {
      entry: () => ({
        room: this.#invitation.room,
        proof: this.#proof,
        name: this.#name,
        last: this.#seat.last,
      }),
      handlers: {
        ...this.#seat.handlers,
        admitted: ({ secret }) => {
          this.#keepProof(secret);
          link.admitted();
        },
      },
      waiting: () => this.#become({ name: 'waiting' }),
      entered: (rpc) => {
        this.#keepProof(this.#proof);
        this.#seat.connected(rpc);
        this.#become({ name: 'in' });
      },
      offline: () => {
        this.#seat.disconnected();
        this.#paint();
      },
      over: (why) => this.#isOver(why),
      onBug,
    });
    this.#link = link;
  }

  #keepProof(proof: string): void {
    this.#proof = proof;
    this.#memory.keep({ proof, over: false });
    this.#home.entered();
  }

  #isOver(why: Over): void {
    const { token } = this.#invitation;
    if (why === 'refused' && this.#state.name === 'entering' && token !== '' && this.#proof !== token) {
      // What let this person in before does so no more; the invitation may.
      this.#memory.keep({ over: true });
      this.#become({ name: 'asking' });
      return;
    }
    if (why === 'ended' || why === 'removed') {
      this.#memory.keep({ proof: '', over: true });
    } else if (why === 'refused' && this.#memory.proof !== '') {
      this.#memory.keep({ over: true });
    }
    this.#become({ name: 'over', why });
  }

  #become(state: GuestState): void {
    this.#state = state;
    this.#paint();
  }

  #paint(): void {
    const { view } = this.#seat;
    if (this.#state.name === 'in' && view !== undefined && view.state !== 'new') {
      this.#showBoard(view.meeting.title);
      return;
    }
    this.#board?.end();
    this.#board = undefined;
    this.#home.titled('');
    const { live } = this.#seat.facts;
    if (live?.host === true && this.#offer === undefined) {
      this.#askForOffer();
    }
    render(
      renderGuest(
        {
          state: this.#state,
          name: this.#memory.name,
          editorLink: this.#home.editorLink,
          live,
          offer: this.#offer ?? [],
          unsent: this.#memory.unsent,
          isBrowser: this.#home.sockets === undefined,
          complaint: this.#complaint,
        },
        {
          enter: (name) => this.#enterAs(name),
          control: (control) => this.#control(control),
          copyInvitation: () => this.#try(copyText(live?.invitation ?? '')),
          start: (template, names) => this.#start(template, names),
          copyUnsent: () => this.#try(copyText(this.#memory.unsent.map(({ text }) => text).join('\n\n'))),
        },
      ),
      this.#root,
    );
  }

  #showBoard(title: string): void {
    this.#home.titled(title);
    if (this.#memory.title !== title) {
      this.#memory.keep({ title });
    }
    if (this.#board === undefined) {
      const board = new BoardController(
        {
          send: (message) => this.#seat.receive(message),
          keptState: () => this.#home.state?.kept() ?? this.#memory.state,
          keepState: (state) =>
            this.#home.state === undefined ? this.#memory.keep({ state }) : this.#home.state.keep(state),
          onBug,
        },
        this.#root,
        isMac(),
        {
          canOpen: this.#home.canOpen,
          control: (control) => this.#seat.control(control),
          answerPulse: (answers) => this.#seat.answerPulse(answers),
          unsent: this.#memory.unsentElsewhere,
          forgetUnsent: () => this.#memory.forgetUnsentElsewhere(),
        },
      );
      this.#board = board;
      this.#seat.toPanel = (message) => board.receive(message);
      const invite = (): void => (this.#home.invites ? board.actions.open({ name: 'people' }) : undefined);
      board.start().then(invite, onBug);
    }
  }

  #askForOffer(): void {
    this.#offer = [];
    this.#try(
      this.#seat.room?.ask('offer', null).then((offer) => {
        this.#offer = offer;
        this.#paint();
      }),
    );
  }

  #control(control: RoomControl): void {
    this.#try(this.#seat.control(control));
  }

  #start(template: string, names: Naming): void {
    this.#try(this.#seat.room?.ask('start', { template, names }));
  }

  /** What goes wrong before there is a board is said on the page. */
  #try(work: Promise<unknown> | undefined): void {
    this.#complaint = '';
    work?.catch((error: unknown) => {
      this.#complaint = reasonOf(error);
      this.#paint();
    });
  }
}

/** Tells whoever looks into the page's console of a bug. */
function onBug(error: unknown): void {
  // oxlint-disable-next-line no-console -- the console of a page is where its bugs are looked for
  console.error(error);
}
