import type { WalkedCommit } from '../ports/history.ts';
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
    // Those that touch a path are few and far between.
    atOnce: touching !== undefined,
    separator: '\0',
    reader: recordReader(5, parseWalked),
  };
}

/** More of a search is not looked at. */
const longestSearch = 1000;

/** A text that stands for itself in a pattern of git's. */
function escaped(text: string): string {
  return text
    .slice(0, longestSearch)
    .replaceAll('\0', '')
    .replace(/[\\*?[\]]/g, '\\$&');
}

function parseWalked([sha = '', authored, committed, author = '', subject = '']: readonly string[]):
  | WalkedCommit
  | undefined {
  return isFullHash(sha)
    ? { sha, subject, author: plainReason(author), authored: Number(authored), committed: Number(committed) }
    : undefined;
}
