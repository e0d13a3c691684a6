import type { App } from '../app.ts';

/** Looks for the logs of this window again, and reads them anew. */
export function refreshLog(app: App) {
  return async (): Promise<void> => {
    await app.sessions.open();
    await Promise.all(app.sessions.all.map((session) => session.log.refresh()));
  };
}
