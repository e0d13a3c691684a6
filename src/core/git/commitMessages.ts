import { ownCopy } from '../format/splitFile.ts';
import { messageMarks } from '../links/messageMarks.ts';
import type { Candidate } from '../links/candidates.ts';
import { isFullHash } from './fullHash.ts';
import { type GitStream, recordReader } from './gitStream.ts';

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

const format = '--format=%H%x00%P%x00%at%x00%ct%x00%B';

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
    reader: recordReader(5, parseToldCommit),
  };
}

/** Reads one record of {@link commitMessages}; what is not whole is left out. */
export function parseToldCommit([
  sha = '',
  parents = '',
  authored,
  committed,
  message = '',
]: readonly string[]): ToldCommit | undefined {
  if (!isFullHash(sha)) {
    return undefined;
  }
  const { subject, body } = messageParts(message);
  const marks = messageMarks(subject, body);
  const told = {
    sha,
    subject: body === '' ? subject : ownCopy(subject),
    authored: secondsOf(authored),
    committed: secondsOf(committed),
    merge: parents.includes(' '),
  };
  return { commit: marks === undefined ? told : { ...told, marks }, body };
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
function secondsOf(text: string | undefined): number {
  const seconds = Math.trunc(Number(text));
  return Number.isFinite(seconds) ? seconds : 0;
}
