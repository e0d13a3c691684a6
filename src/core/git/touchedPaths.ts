import { isFullHash } from './fullHash.ts';
import { lines } from './commitMessages.ts';
import { type GitStream, pathsReader } from './gitStream.ts';

/** A commit and every path that it touches, from the root of the work tree. A merge has none. */
export interface TouchedPaths {
  readonly sha: string;
  readonly paths: readonly string[];
}

/** Asks which paths commits touch; they are told in the order in which they are asked about. */
export function touchedPaths(shas: readonly string[]): GitStream<TouchedPaths> {
  return {
    args: [
      'log',
      '-z',
      '--format=%x00%H',
      '--name-only',
      '--root',
      '--no-show-signature',
      '--no-ext-diff',
      '--no-textconv',
      '--no-renames',
      '--no-walk=unsorted',
      '--stdin',
      '--',
    ],
    input: lines(shas),
    separator: '\0',
    reader: pathsReader((sha, paths) => (isFullHash(sha) ? { sha, paths } : undefined)),
  };
}
