import type { App } from '../app.ts';

/** Puts the cursor into the capture view, whatever was typed there before. */
export function capture(app: App) {
  return (): Promise<void> => app.capture.reveal();
}
