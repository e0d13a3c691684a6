import * as vscode from 'vscode';

/** Milliseconds after which work that goes on is said, and can be cancelled. */
const noticeable = 1000;

/**
 * Waits for work that reads the history. If it takes its time, a notification says what goes on and lets it be cancelled.
 *
 * @returns `undefined` where it was cancelled
 */
export async function whileReading<T>(
  title: string,
  read: (cancellation: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const stop = new AbortController();
  const work = read(stop.signal);
  const timer = setTimeout(() => {
    const location = vscode.ProgressLocation.Notification;
    void vscode.window.withProgress({ location, title, cancellable: true }, async (_progress, token) => {
      token.onCancellationRequested(() => stop.abort());
      await Promise.allSettled([work]);
    });
  }, noticeable);
  try {
    const result = await work;
    return stop.signal.aborted ? undefined : result;
  } catch (error) {
    if (stop.signal.aborted) {
      return undefined;
    }
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
