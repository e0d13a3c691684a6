import type { App } from '../app.ts';

/** Opens the panel that shows how the team learns. */
export function showTrends(app: App) {
  return (): Promise<void> => app.trends.show();
}
