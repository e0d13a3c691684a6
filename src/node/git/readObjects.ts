import type { Cancellation } from '../../core/ports/cancellation.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import type { GitAsker } from './askGit.ts';

/** Takes an object; `undefined` where it is not in this clone. */
type TakeObject = (sha: string, bytes: Buffer | undefined) => void;

/**
 * Reads objects of git's store as they are: no filter and no other program is run over them. Each is handed over once,
 * in the order of the hashes. Whoever calls makes sure that they are not too large.
 *
 * @param shas full hashes
 */
export async function readObjects(
  asker: GitAsker,
  shas: readonly string[],
  take: TakeObject,
  cancellation?: Cancellation,
): Promise<GitAnswer<true>> {
  if (shas.length === 0) {
    return { state: 'ok', value: true };
  }
  return asker.streamBytes(
    { args: ['cat-file', '--batch', '--buffer'], input: shas.map((sha) => `${sha}\n`).join('') },
    objectCutter(take),
    cancellation,
  );
}

const lineFeed = 10;

/** Cuts what comes in pieces into objects: `<hash> <type> <size>`, a line feed, so many bytes, a line feed. */
export function objectCutter(take: TakeObject): (chunk: Buffer) => boolean {
  let held: Buffer = Buffer.alloc(0);
  /** Bytes without which there is nothing to be done. */
  let needed = 1;
  const parts: Buffer[] = [];
  let size = 0;
  return (chunk) => {
    parts.push(chunk);
    size += chunk.length;
    if (size < needed) {
      return true;
    }
    held = Buffer.concat(parts);
    let at = 0;
    needed = 0;
    while (needed === 0) {
      const end = held.indexOf(lineFeed, at);
      const [, sha = '', length] =
        end < 0 ? [] : (/^(\S+) (?:\S+ (\d+)|\S+)$/.exec(held.toString('latin1', at, end)) ?? []);
      const stop = end + 1 + (length === undefined ? 0 : Number(length) + 1);
      if (end < 0) {
        needed = held.length - at + 1;
      } else if (stop > held.length) {
        needed = stop - at;
      } else {
        take(sha, length === undefined ? undefined : held.subarray(end + 1, stop - 1));
        at = stop;
      }
    }
    parts.splice(0, parts.length, held.subarray(at));
    size = held.length - at;
    return true;
  };
}
