import { ownCopy } from '../format/splitFile.ts';
import { mentionedIds } from '../links/messageMarks.ts';
import type { Mention } from '../ports/history.ts';
import { type Commits, lines, messageParts } from './commitMessages.ts';
import { isFullHash } from './fullHash.ts';
import { type GitStream, pathsReader } from './gitStream.ts';
import { isoTime } from './isoTime.ts';
import { isInFolder, mostPaths } from './linkPaths.ts';

/** What else is said about the commits that are asked for. */
export interface NamingQuery {
  /** POSIX path from the root of the work tree: no path in it is told. */
  readonly leftOut: string;
  /** ISO 8601 date: git looks no further than to where history is older. */
  readonly since?: string | undefined;
}

/** Asks for the commits whose message names an entry, newest first. All names are full hashes of commits. */
export function namingCommits(
  commits: Commits,
  { leftOut, since }: NamingQuery,
): GitStream<readonly Mention[]> {
  const just = 'just' in commits;
  return {
    args: [
      'log',
      '-z',
      '--format=%x00%H %at%n%B',
      '--encoding=UTF-8',
      '--name-only',
      '--root',
      '--no-show-signature',
      '--no-ext-diff',
      '--no-textconv',
      '--no-renames',
      '--regexp-ignore-case',
      '--fixed-strings',
      '--grep=Retro:',
      ...(since === undefined ? [] : [`--since=${since}T00:00:00Z`]),
      ...(just ? ['--no-walk'] : []),
      '--stdin',
      '--',
    ],
    input: lines(just ? commits.just : [...commits.from, ...commits.not.map((sha) => `^${sha}`)]),
    separator: '\0',
    reader: pathsReader((told, paths) => parseNaming(told, paths, leftOut)),
  };
}

/** Reads one record of {@link namingCommits}: hash and author time in a line, and the message below it. */
function parseNaming(
  told: string,
  paths: readonly string[],
  leftOut: string,
): readonly Mention[] | undefined {
  const [, sha = '', seconds, message = ''] = /^(\S+) (\S*)\n([^]*)$/.exec(told) ?? [];
  if (!isFullHash(sha)) {
    return undefined;
  }
  const { subject, body } = messageParts(message);
  const commit = {
    sha: ownCopy(sha),
    subject: ownCopy(subject),
    authored: isoTime(Number(seconds)),
    paths: paths.filter((path) => !isInFolder(leftOut, path)).slice(0, mostPaths),
  };
  return mentionedIds(`${subject}\n${body}`).map((id) => ({ ...commit, id: ownCopy(id) }));
}
