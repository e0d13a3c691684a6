import { type FileCalls, nodeFileCalls } from '../../src/node/files/fileCalls.ts';

/** The name of a call of the file system. */
export type CallName = keyof FileCalls;

/** An error as the system reports it. */
export function systemError(code: string, call: string): Error {
  return Object.assign(new Error(`${code}: made by a test, ${call}`), { code, syscall: call });
}

/**
 * A file system, the real one unless told otherwise, with a word before each call.
 *
 * @param before told the name, the arguments and the number (from 1) of each call; what it throws, the call throws
 */
export function watchedCalls(
  before: (name: CallName, args: readonly unknown[], count: number) => void,
  calls: FileCalls = nodeFileCalls,
): FileCalls {
  let count = 0;
  const watched = Object.entries(calls).map(([name, call]) => {
    const real = call as (...args: readonly unknown[]) => unknown;
    const tell = (args: readonly unknown[]): void => {
      count += 1;
      before(name as CallName, args, count);
    };
    const sync = (...args: readonly unknown[]): unknown => {
      tell(args);
      return real(...args);
    };
    return [name, name.endsWith('Sync') ? sync : async (...args: readonly unknown[]) => sync(...args)];
  });
  return Object.fromEntries(watched) as FileCalls;
}
