import type { App } from '../app.ts';

/** Lets others come to the board that is in front, with their browsers or their editors. */
export function shareRetro(app: App) {
  return (): Promise<void> => app.boards.share();
}
