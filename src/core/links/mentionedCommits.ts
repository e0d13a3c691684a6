import type { CommitLink, Entry } from '../entries/entry.ts';
import type { Mention } from '../ports/history.ts';
import { put } from '../put.ts';

/** The commits whose message names an entry, by the entry's id in small letters, in the order they came in. */
export type MentionsById = ReadonlyMap<string, readonly Mention[]>;

export function mentionsById(mentions: readonly Mention[]): MentionsById {
  const byId = new Map<string, Mention[]>();
  for (const mention of mentions) {
    put(byId, mention.id.toLowerCase(), mention);
  }
  return byId;
}

/**
 * An entry with the commits whose message names it behind those that it links itself; the entry as it is where there
 * are no others.
 *
 * @param meant the full hash of what a link means today, where that is known
 */
export function withMentionedCommits(
  entry: Entry,
  mentions: MentionsById,
  meant: (link: CommitLink) => string | undefined = () => undefined,
): Entry {
  const named = mentions.get(entry.id.toLowerCase());
  if (named === undefined) {
    return entry;
  }
  const linked = new Set(entry.commits.flatMap((link) => [link.sha, meant(link) ?? link.sha]));
  const others = named
    .filter(({ sha }) => !linked.has(sha))
    .map(({ sha, subject, authored, paths }) => ({ sha, subject, authored, paths }));
  return others.length === 0 ? entry : { ...entry, commits: [...entry.commits, ...others] };
}
