import { ownCopy } from '../format/splitFile.ts';
import type { Mention, WalkedCommit } from '../ports/history.ts';
import { mentionedIds } from '../links/messageMarks.ts';
import { lines, messageParts } from './commitMessages.ts';
import { isFullHash } from './fullHash.ts';
import { type GitStream, recordReader } from './gitStream.ts';
import { plainReason } from './plainReason.ts';

/**
 * Asks for commits, newest first.
 *
 * @param from full hash
 * @param touching only those that touch a path with this text in it
 */
export function walkLog(
  from: string,
  { touching, limit }: { readonly touching?: string | undefined; readonly limit?: number | undefined },
): GitStream<WalkedCommit> {
  return {
    args: [
      'log',
      '-z',
      '--format=%H%x00%at%x00%ct%x00%aN%x00%s',
      '--encoding=UTF-8',
      '--use-mailmap',
      '--no-show-signature',
      ...(limit === undefined ? [] : [`--max-count=${Math.max(0, Math.trunc(limit))}`]),
      '--end-of-options',
      from,
      '--',
      ...(touching === undefined || touching === ''
        ? []
        : [`:(top,icase,glob)**/*${escaped(touching)}*/**`, `:(top,icase,glob)**/*${escaped(touching)}*`]),
    ],
    separator: '\0',
    reader: recordReader(5, parseWalked),
  };
}

/** A text that stands for itself in a pattern of git's. */
function escaped(text: string): string {
  return text.replace(/[\\*?[\]]/g, '\\$&');
}

function parseWalked([sha = '', authored, committed, author = '', subject = '']: readonly string[]):
  | WalkedCommit
  | undefined {
  return isFullHash(sha)
    ? { sha, subject, author: plainReason(author), authored: Number(authored), committed: Number(committed) }
    : undefined;
}

/**
 * Asks for the commits whose message names an entry.
 *
 * @param just whether only these commits are meant, and not all that they reach
 */
export function namingCommits(shas: readonly string[], just: boolean): GitStream<readonly Mention[]> {
  return {
    args: [
      'log',
      '-z',
      '--format=%H%x00%B',
      '--encoding=UTF-8',
      '--no-show-signature',
      '--regexp-ignore-case',
      '--fixed-strings',
      '--grep=Retro:',
      ...(just ? ['--no-walk'] : []),
      '--stdin',
      '--',
    ],
    input: lines(shas),
    separator: '\0',
    reader: recordReader(2, ([sha = '', message = '']) => {
      const { subject, body } = messageParts(message);
      return isFullHash(sha)
        ? mentionedIds(`${subject}\n${body}`).map((id) => ({
            id: ownCopy(id),
            sha,
            subject: ownCopy(subject),
          }))
        : undefined;
    }),
  };
}
