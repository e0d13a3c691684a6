import type { Entry } from '../../core/entries/entry.ts';
import { isEntryKind, statusesOf } from '../../core/entries/kinds.ts';

/**
 * The words that menus of a row look for: `entry`, a kind and a status that are known, and what it links to.
 *
 * @param follows whether it is known to follow from something
 */
export function contextValueOf(
  { kind, status = '', code, commits, links }: Entry,
  follows = links.length > 0,
): string {
  const known = isEntryKind(kind) ? kind : undefined;
  const words = [
    'entry',
    known,
    known !== undefined && statusesOf[known]?.includes(status) === true && status,
    code.length > 0 && 'place',
    commits.length > 0 && 'commit',
    follows && 'origin',
  ];
  return words.filter(Boolean).join(' ');
}
