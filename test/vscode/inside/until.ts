import type * as vscode from 'vscode';

type Answer<T> = T | undefined | false;

/**
 * Waits until a question has an answer, asking it again after each event and, since not everything that is
 * waited for has an event, now and then. The test's own time limit ends it.
 */
export function until<T>(
  event: vscode.Event<unknown>,
  answer: () => Answer<T> | Promise<Answer<T>>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => {
      listening.dispose();
      clearInterval(again);
    };
    const ask = async () => {
      const found = await answer();
      if (found !== undefined && found !== false) {
        end();
        resolve(found);
      }
    };
    const askOrFail = () => {
      ask().catch((error: unknown) => {
        end();
        reject(error);
      });
    };
    const listening = event(askOrFail);
    const again = setInterval(askOrFail, 100);
    askOrFail();
  });
}
