/** What is kept of a room in a Redis, or said on a channel. */
export type RoomKey = 'journal' | 'room' | 'lease' | 'waiting' | 'decided' | 'inside' | 'desk';

/**
 * The key of something of a room. What is in braces says to a cluster that all keys of a room belong together.
 *
 * @param name of 1 to 64 letters, digits, `-` and `_`: the room's among those of this Redis
 */
export function roomKey(name: string, what: RoomKey): string {
  return `retrolog:{${name}}:${what}`;
}
