/** What happens at a live server, for whoever runs it: never what was written, nor who somebody is. */
export type LiveEvent =
  | 'metrics'
  | 'listening'
  /** So many rooms of teams are open. */
  | 'open'
  /** The room for the next retro of a team could not be opened. */
  | 'not-open'
  | 'entered'
  | 'asked'
  | 'left'
  | 'refused'
  | 'blocked'
  | 'cut'
  | 'removed'
  | 'ended'
  | 'bug'
  /** A sentence about the log, which says nothing of what is in it. */
  | 'said'
  /** Redis is there, again or at first; or it is not, for longer than a moment. */
  | 'redis'
  | 'redis-away'
  | 'stopping'
  | 'stopped';

/** Told of every event, with numbers and codes that say more. */
export type LiveLog = (event: LiveEvent, more?: Readonly<Record<string, string | number>>) => void;

/** Where a bug is, without its message, which may quote what somebody wrote. */
export function placeOfBug(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const name = error instanceof Error ? error.name : typeof error;
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return [name, ...places.slice(0, 8).map((line) => line.trim())].join(' ');
}
