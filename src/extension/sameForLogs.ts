import type { Session } from './session.ts';

/** Whether the same was found for the same logs: who draws rows anew for nothing loses open menus. */
export function sameForLogs(
  some: ReadonlyMap<Session, unknown>,
  others: ReadonlyMap<Session, unknown>,
): boolean {
  return (
    some.size === others.size &&
    [...some].every(([session, found]) => JSON.stringify(found) === JSON.stringify(others.get(session)))
  );
}
