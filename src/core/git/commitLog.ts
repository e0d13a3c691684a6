import type { Commit } from '../ports/git.ts';
import type { GitCommand } from './gitCommand.ts';
import { lines } from './commitMessages.ts';
import { isFullHash } from './fullHash.ts';
import { isoTime } from './isoTime.ts';
import { isInFolder, mostPaths } from './linkPaths.ts';
import { plainReason } from './plainReason.ts';

/** A commit as the log tells it: its e-mail address after `.mailmap` too. */
export interface LoggedCommit extends Commit {
  readonly email: string;
}

/** Which commits the log is asked for: so many, beginning with the newest one, or just these, by full hashes. */
export type LoggedCommits =
  | { readonly from: string; readonly limit: number }
  | { readonly just: readonly string[] };

/** What the log shall tell. */
export interface LogContents {
  /** Merges too, with what they changed against their first parent. */
  readonly merges: boolean;
  /** A basic regular expression on `Name <address>` after `.mailmap`, upper and lower case alike. */
  readonly author?: string;
  /** POSIX path from the root of the work tree, without a slash at its end: no path in it is told. */
  readonly leftOut: string;
}

// A record starts with an empty field, and no path is empty: so a record ends where the next empty field is.
const format = '--format=%x00%H%x00%at%x00%aN%x00%aE%x00%B';
const fieldsOfRecord = 5;

/** Asks for commits with the paths that they touch: newest first, or in the order of their hashes. */
export function commitLog(query: LoggedCommits & LogContents): GitCommand<readonly LoggedCommit[]> {
  const which =
    'just' in query
      ? ['--no-walk=unsorted', '--stdin', '--']
      : [`--max-count=${query.limit}`, '--end-of-options', query.from, '--'];
  return {
    args: [
      'log',
      '-z',
      format,
      '--encoding=UTF-8',
      '--use-mailmap',
      '--name-only',
      '--root',
      '--no-show-signature',
      '--no-ext-diff',
      '--no-textconv',
      '--no-renames',
      '-O/dev/null',
      ...(query.merges ? ['-m', '--first-parent'] : ['--no-merges']),
      ...(query.author === undefined ? [] : ['--basic-regexp', '-i', `--author=${query.author}`]),
      ...which,
    ],
    ...('just' in query && { input: lines(query.just) }),
    parse: (stdout) => parseCommitLog(stdout, query.leftOut),
  };
}

/** Reads what {@link commitLog} asks for. A record that is not whole is left out. */
export function parseCommitLog(stdout: string, leftOut: string): LoggedCommit[] {
  const fields = stdout.split('\0');
  const commits: LoggedCommit[] = [];
  let at = 0;
  while (at + fieldsOfRecord < fields.length) {
    const [sha = '', seconds = '', author = '', email = '', message = ''] = fields.slice(
      at + 1,
      at + 1 + fieldsOfRecord,
    );
    at += 1 + fieldsOfRecord;
    const paths: string[] = [];
    for (let first = true; fields[at]; at += 1, first = false) {
      const field = fields[at] ?? '';
      const path = first ? field.replace(/^\n/, '') : field;
      if (paths.length < mostPaths && !isInFolder(leftOut, path)) {
        paths.push(path);
      }
    }
    if (isFullHash(sha)) {
      const authored = isoTime(Number(seconds));
      commits.push({ sha, subject: firstLine(message), authored, author: plainReason(author), email, paths });
    }
  }
  return commits;
}

function firstLine(message: string): string {
  return /[^\r\n]+/.exec(message)?.[0] ?? '';
}
