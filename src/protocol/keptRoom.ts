import { isKeptPage, type KeptPage } from './boardPanel.ts';
import { isAnything, listOf, shape, text } from './guard.ts';

/** What a page keeps of one live room, beyond its own life. */
export interface KeptRoom extends KeptPage {
  /** What lets this person in again; empty for nothing. */
  readonly proof: string;
  /** What the page of the board keeps: what was asked for and not answered. */
  readonly state: unknown;
}

const isKept = shape({
  proof: text(64),
  state: isAnything,
  typed: listOf(isAnything, 2000),
  keys: listOf(isAnything, 5000),
});

/** The name under which it is kept what somebody called themselves last, in any room. */
export const guestNameKey = 'retrolog.name';

/** The name under which it is kept. */
export function keptRoomKey(room: string): string {
  return `retrolog.room.${room}`;
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
