import type { App } from '../app.ts';
import { needWritableSession } from './needSession.ts';

/** Opens the panel in which a team audits its learning culture together. */
export function auditCulture(app: App) {
  return async (): Promise<void> => {
    await needWritableSession(app);
    await app.audit.show();
  };
}
