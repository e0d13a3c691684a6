import { setTimeout as wait } from 'node:timers/promises';
import { systemCode } from './systemReason.ts';

/** How long to wait for others. Never asks the time of day, so a changed clock changes nothing. */
export interface Patience {
  /** Milliseconds to wait for a lock that someone holds. */
  readonly forLock: number;
  /** Milliseconds to keep trying where another program holds a file for a moment. */
  readonly forBusyFile: number;
  /** Resolves after so many milliseconds. */
  pause(milliseconds: number): Promise<void>;
}

/** The patience of a program with a person before it. */
export const usualPatience: Patience = {
  forLock: 10_000,
  forBusyFile: 2_000,
  pause: (milliseconds) => wait(milliseconds),
};

/** What a virus scanner or an indexer that has a file open makes of a rename or a removal on Windows. */
export const heldByOthers: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);

/** What opening says while other work has too many files open. */
export const outOfDescriptors: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE']);

/** Does it again, at growing intervals, while the system answers with one of the codes. */
export async function persist<T>(
  patience: Patience,
  codes: ReadonlySet<string>,
  action: () => Promise<T>,
): Promise<T> {
  let waited = 0;
  for (let interval = 10; ; interval = Math.min(interval * 2, 400)) {
    try {
      return await action();
    } catch (error) {
      if (!codes.has(systemCode(error) ?? '') || waited >= patience.forBusyFile) {
        throw error;
      }
    }
    await patience.pause(interval);
    waited += interval;
  }
}
