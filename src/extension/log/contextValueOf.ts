import type { Entry } from '../../core/entries/entry.ts';
import { isEntryKind, statusesOf } from '../../core/entries/kinds.ts';

/** The words that menus of a row look for: `entry`, a kind and a status that are known, and what it links to. */
export function contextValueOf({ kind, status = '', code, commits }: Entry): string {
  const known = isEntryKind(kind) ? kind : undefined;
  const words = [
    'entry',
    known,
    known !== undefined && statusesOf[known]?.includes(status) === true && status,
    code.length > 0 && 'place',
    commits.length > 0 && 'commit',
  ];
  return words.filter(Boolean).join(' ');
}
