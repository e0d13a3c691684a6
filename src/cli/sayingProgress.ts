import * as l10n from '@vscode/l10n';
import type { Terminal } from './terminal.ts';

/** Milliseconds after which work that goes on is shown, and until it is shown anew. */
const pause = 1000;

/**
 * Waits for work and shows on a terminal how far it is, if it takes its time.
 *
 * @param work told how to report the share that is done, from 0 to 1
 */
export async function sayingProgress<T>(
  terminal: Pick<Terminal, 'showProgress'>,
  what: string,
  work: (report: (share: number) => void) => Promise<T>,
  every = pause,
): Promise<T> {
  let share = 0;
  let isShown = false;
  const timer = setInterval(() => {
    isShown = true;
    terminal.showProgress(l10n.t('{0}: {1} %', what, Math.floor(share * 100)));
  }, every);
  try {
    return await work((done) => {
      share = done;
    });
  } finally {
    clearInterval(timer);
    if (isShown) {
      terminal.showProgress('');
    }
  }
}
