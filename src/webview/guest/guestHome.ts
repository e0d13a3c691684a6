import type { TextStore } from './guestMemory.ts';
import type { Invitation } from '../../protocol/invitationIn.ts';

/** What makes connections: that of the browser, or one that goes through an editor. */
export type SocketMaker = new (
  address: string,
) => EventTarget & { readonly readyState: number; send(data: string): void; close(): void };

/** Where the page of a guest is: in a browser of its own, or in a panel of an editor. */
export interface GuestHome {
  readonly invitation: Invitation;
  readonly store: TextStore;
  /** Of the room's socket. */
  readonly address: string;
  /** Absent: the browser's own. */
  readonly sockets?: SocketMaker;
  /** Leads to the same retro in an editor; empty where this is one, or where there is no invitation. */
  readonly editorLink: string;
  /** Whoever facilitates is shown first how to invite the others. */
  readonly invites: boolean;
  /** This person is in: what let them in is kept, and is to be seen no more. */
  entered(): void;
  /** What is shown is called so; empty before there is a board. */
  titled(title: string): void;
  /** Another invitation was followed on this page. */
  onOtherInvitation(begin: () => void): void;
  /** Where the page keeps its state somewhere else than in the store. */
  readonly state?: { kept(): unknown; keep(state: unknown): void };
  /** Whether the log is here too, so that its files can be opened. */
  readonly canOpen: boolean;
  openMinutes(): void;
  openEntry(id: string): void;
}
