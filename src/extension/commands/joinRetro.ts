import type { App } from '../app.ts';

/** Takes part in a retro that others hold, by the link of their invitation. */
export function joinRetro(app: App) {
  return (): Promise<void> => app.guests.join();
}
