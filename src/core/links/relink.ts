import type { CommitLink } from '../entries/entry.ts';
import { setItemKeys } from '../format/editItem.ts';

/** What a link shall say. */
export interface Relink {
  /** The full hash that the link has now. */
  readonly sha: string;
  /** What it shall say instead. */
  readonly link: CommitLink;
}

/**
 * Gives links in an entry's text new values. What belongs to the commit is replaced or taken away; a pull request or
 * a `Change-Id` that the new commit does not name stays, and so does every key that is not ours.
 *
 * @throws RetroError as `setItemKeys`
 */
export function relink(text: string, links: readonly Relink[]): string {
  const bySha = new Map(links.map(({ sha, link }) => [sha, link]));
  return setItemKeys(text, 'commits', (item) => {
    const link = typeof item['sha'] === 'string' ? bySha.get(item['sha']) : undefined;
    if (link === undefined) {
      return undefined;
    }
    const { sha, subject, authored, patch, range, paths, change, pr } = link;
    return {
      sha,
      subject,
      authored,
      patch,
      range,
      paths,
      ...(change !== undefined && { change }),
      ...(pr !== undefined && { pr }),
    };
  });
}
