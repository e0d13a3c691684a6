import type { Patience } from '../../src/node/files/patience.ts';

/** Waits as long as usual, but in no time; `waited` says how long it would have been, in milliseconds. */
export class NoPatience implements Patience {
  readonly forLock = 10_000;
  readonly forBusyFile = 2_000;
  waited = 0;

  async pause(milliseconds: number): Promise<void> {
    this.waited += milliseconds;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
