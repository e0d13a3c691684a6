import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Resolves when nothing has held the host for two seconds: the editor has loaded its own extensions by then, which takes
 * longer than what is measured, and what goes on after a log was read has ended.
 */
export async function hostAtRest(): Promise<void> {
  const held = monitorEventLoopDelay({ resolution: 1 });
  held.enable();
  let calm = 0;
  while (calm < 4) {
    held.reset();
    await delay(500);
    calm = held.max / 1e6 < 20 ? calm + 1 : 0;
  }
  held.disable();
}
