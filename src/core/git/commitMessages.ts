import { ownCopy } from '../format/splitFile.ts';
import { messageMarks } from '../links/messageMarks.ts';
import type { Candidate } from '../links/candidates.ts';
import { isFullHash } from './fullHash.ts';
import type { GitStream } from './gitStream.ts';

/** A commit as its message and its header tell it. */
export interface ToldCommit {
  readonly commit: Candidate;
  /** The message below its first line. */
  readonly body: string;
}

/** Which commits are told: those that some reach and others do not, or just these. */
export type Commits =
  | { readonly from: readonly string[]; readonly not: readonly string[] }
  | { readonly just: readonly string[] };

// All of a commit is one field: there may be a hundred thousand of them.
const format = '--format=%H %at %ct %P%n%B';

/** Asks for header and message of commits; all names are full hashes of commits that are there. */
export function commitMessages(commits: Commits): GitStream<ToldCommit> {
  const just = 'just' in commits;
  const names = just ? commits.just : [...commits.from, ...commits.not.map((sha) => `^${sha}`)];
  return {
    args: [
      'log',
      '-z',
      format,
      '--encoding=UTF-8',
      '--no-show-signature',
      ...(just ? ['--no-walk=unsorted'] : []),
      '--stdin',
      '--',
    ],
    input: lines(names),
    separator: '\0',
    reader: (emit) => (record) => {
      const told = record === undefined ? undefined : parseToldCommit(record);
      if (told !== undefined) {
        emit(told);
      }
    },
  };
}

/** Reads one record of {@link commitMessages}: a line with hash, times and parents, and the message below it. */
export function parseToldCommit(record: string): ToldCommit | undefined {
  const end = record.indexOf('\n');
  const [authored, committed, parents] = spacesIn(record);
  const sha = record.slice(0, authored);
  if (end === -1 || parents === -1 || !isFullHash(sha)) {
    return undefined;
  }
  const { subject, body } = messageParts(record.slice(end + 1));
  const marks = messageMarks(subject, body);
  const other = record.indexOf(' ', parents + 1);
  const told = {
    sha: ownCopy(sha),
    subject: ownCopy(subject),
    authored: secondsOf(record.slice(authored + 1, committed)),
    committed: secondsOf(record.slice(committed + 1, parents)),
    merge: other !== -1 && other < end,
  };
  return { commit: marks === undefined ? told : { ...told, marks }, body };
}

/** Where the first three are; -1 where there are fewer. */
function spacesIn(record: string): readonly [number, number, number] {
  const first = record.indexOf(' ');
  const second = first === -1 ? -1 : record.indexOf(' ', first + 1);
  return [first, second, second === -1 ? -1 : record.indexOf(' ', second + 1)];
}

/** The first line of a message that has text, and what is below it. */
export function messageParts(message: string): { readonly subject: string; readonly body: string } {
  const end = message.indexOf('\n');
  const isPlain = end > 0 && !message.includes('\r');
  const [, subject = '', rest = ''] = isPlain
    ? ['', message.slice(0, end), message.slice(end)]
    : (/^[\r\n]*([^\r\n]*)([^]*)$/.exec(message) ?? []);
  return { subject, body: rest === '\n' || !/[^\r\n]/.test(rest) ? '' : rest };
}

/** Names as git reads them from its standard input. */
export function lines(names: readonly string[]): string {
  return names.map((name) => `${name}\n`).join('');
}

/** Git stores any number. */
function secondsOf(text: string): number {
  const seconds = Math.trunc(Number(text));
  return Number.isFinite(seconds) ? seconds : 0;
}
