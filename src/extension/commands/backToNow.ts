import type { App } from '../app.ts';

/** Shows the log as it is again. */
export function backToNow(app: App) {
  return (): Promise<void> => app.logView.review(undefined);
}
