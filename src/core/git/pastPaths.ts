import type { Touched } from '../ports/past.ts';
import { isFullHash } from './fullHash.ts';
import type { GitCommand } from './gitCommand.ts';

const mostPaths = 20;

/** Where the log's folder is. */
export interface LogPlace {
  /** POSIX path of the log's root from the root of the work tree, without a slash at its end; `''`: the same. */
  readonly prefix: string;
  /** POSIX path of the log's folder from its root, without a slash at its end. `''`: there is none. */
  readonly folder: string;
}

/** Asks what some commits (full hashes) touched; merges, against their first parents. */
export function pastPaths(shas: readonly string[], log: LogPlace): GitCommand<ReadonlyMap<string, Touched>> {
  return {
    args: [
      'log',
      '-z',
      // As in the log of commits: no path is empty, so a record ends where the next empty field is.
      '--format=%x00%H',
      '--encoding=UTF-8',
      '--stdin',
      '--no-walk=unsorted',
      '--name-only',
      '--root',
      '-m',
      '--first-parent',
      '--no-show-signature',
      '--no-ext-diff',
      '--no-textconv',
      '--no-renames',
      '-O/dev/null',
    ],
    input: shas.map((sha) => `${sha}\n`).join(''),
    parse: (stdout) => parsePastPaths(stdout, log),
  };
}

/** Reads what {@link pastPaths} asks for. */
export function parsePastPaths(stdout: string, { prefix, folder }: LogPlace): ReadonlyMap<string, Touched> {
  const root = prefix === '' ? '' : `${prefix}/`;
  const isLog = (path: string) =>
    folder !== '' && (path === root + folder || path.startsWith(`${root}${folder}/`));
  const fields = stdout.split('\0');
  const found = new Map<string, Touched>();
  let at = 0;
  while (at + 1 < fields.length) {
    const sha = fields[at + 1] ?? '';
    const paths: string[] = [];
    const log: string[] = [];
    at += 2;
    for (let first = true; fields[at]; at += 1, first = false) {
      const path = first ? (fields[at] ?? '').replace(/^\n/, '') : (fields[at] ?? '');
      const list = isLog(path) ? log : paths;
      if (list.length < mostPaths) {
        list.push(isLog(path) ? path.slice(root.length) : path);
      }
    }
    if (isFullHash(sha)) {
      found.set(sha, { paths, log });
    }
  }
  return found;
}
