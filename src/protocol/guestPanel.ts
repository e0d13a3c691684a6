import { type Guard, isCount, isFlag, isNothing, listOf, pairOf, shape, text } from './guard.ts';
import { isRoomId } from './liveRoom.ts';

/** With what the page of a guest begins in a panel of an editor. */
export interface GuestSeed {
  readonly room: string;
  /** The token of an invitation; empty for whoever was in before. */
  readonly token: string;
  /** What was kept for this page before. */
  readonly kept: readonly (readonly [key: string, text: string])[];
  /** The board is one of this editor's own, with its log. */
  readonly isOwn: boolean;
  /** The board was just shared: it begins with whom to invite, and how. */
  readonly invites: boolean;
}

const isGuestSeed: Guard<GuestSeed> = shape({
  room: isRoomId,
  token: text(64),
  kept: listOf(pairOf(text(16_000_000)), 10),
  isOwn: isFlag,
  invites: isFlag,
});

const isFrame = text(4_000_000);

/** What the extension serves to the page of a guest in a panel, which may reach no network by itself. */
export const guestPanelHost = {
  /** A page is there: with what it begins. The connections of the page before it are closed. */
  begin: { input: isNothing, output: isGuestSeed },
  /** Opens a connection with the room, under a number of the page's. */
  connect: { input: shape({ socket: isCount }) },
  send: { input: shape({ socket: isCount, frame: isFrame }) },
  disconnect: { input: shape({ socket: isCount }) },
  /** Keeps a text under a name, beyond the life of the page. */
  keep: { input: shape({ key: text(200), text: text(16_000_000) }) },
  title: { input: text(1000) },
  openMinutes: { input: isNothing },
  openEntry: { input: text(32) },
} as const;

/** What the page serves to the extension. */
export const guestPanelPage = {
  opened: { input: shape({ socket: isCount }) },
  frame: { input: shape({ socket: isCount, frame: isFrame }) },
  /** With WebSocket's code for why. */
  closed: { input: shape({ socket: isCount, code: isCount }) },
} as const;
