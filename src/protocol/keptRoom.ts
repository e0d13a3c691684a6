import { isKeptPage, type KeptPage } from './boardPanel.ts';
import { isAnything, isFlag, isNumber, listOf, shape, text } from './guard.ts';

/** What a page keeps of one live room, beyond its own life. */
export interface KeptRoom extends KeptPage {
  /** What lets this person in again; empty for nothing. */
  readonly proof: string;
  /** What the page of the board keeps: what was asked for and not answered. */
  readonly state: unknown;
  /** This person comes into it no more: it has ended, or they were taken off it. */
  readonly over?: boolean;
  /** What its meeting was called. */
  readonly title?: string;
  /** When it was kept last, in milliseconds since 1970. */
  readonly at?: number;
}

const isKept = shape(
  {
    proof: text(64),
    state: isAnything,
    typed: listOf(isAnything, 2000),
    keys: listOf(isAnything, 5000),
  },
  { over: isFlag, title: text(1000), at: isNumber },
);

/** The name under which it is kept what somebody called themselves last, in any room. */
export const guestNameKey = 'retrolog.name';

/** How the names begin under which rooms are kept. */
export const keptRoomKeys = 'retrolog.room.';

/** The name under which it is kept. */
export function keptRoomKey(room: string): string {
  return `${keptRoomKeys}${room}`;
}

/** What a text keeps of a room; `undefined` where it is none. What was typed is lost where that cannot be read. */
export function keptRoomIn(json: string): KeptRoom | undefined {
  try {
    const value: unknown = JSON.parse(json);
    if (!isKept(value)) {
      return undefined;
    }
    const { typed, keys, ...rest } = value;
    const page = { typed, keys };
    return { ...rest, ...(isKeptPage(page) ? page : { typed: [], keys: [] }) };
  } catch {
    return undefined;
  }
}
