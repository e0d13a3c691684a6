import type { Key } from '../capture/captureKeys.ts';

/** What a key does that is pressed on a card, a group or the board itself, and not while something is typed. */
export type BoardKey =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'moveUp'
  | 'moveDown'
  | 'compose'
  | 'edit'
  | 'delete'
  | 'move'
  | 'park'
  | 'group'
  | 'ungroup'
  | 'split'
  | 'vote'
  | 'unvote'
  | 'action'
  | 'experiment'
  | 'learning'
  | 'kudos'
  | 'discussed'
  | 'note'
  | 'undo'
  | 'nextPhase'
  | 'phaseBefore'
  | 'timer'
  | 'help';

const keys: Readonly<Record<string, BoardKey>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Enter: 'compose',
  e: 'edit',
  F2: 'edit',
  Delete: 'delete',
  Backspace: 'delete',
  m: 'move',
  p: 'park',
  g: 'group',
  u: 'ungroup',
  s: 'split',
  '+': 'vote',
  '=': 'vote',
  '-': 'unvote',
  '−': 'unvote',
  a: 'action',
  x: 'experiment',
  l: 'learning',
  k: 'kudos',
  d: 'discussed',
  n: 'note',
  ']': 'nextPhase',
  '[': 'phaseBefore',
  t: 'timer',
  '?': 'help',
};

/** What a key does; `undefined` where it does what it does anywhere. */
export function boardKey(key: Key): BoardKey | undefined {
  if (key.isComposing) {
    return undefined;
  }
  if ((key.ctrlKey || key.metaKey) && !key.altKey) {
    return key.key.toLowerCase() === 'z' && !key.shiftKey ? 'undo' : undefined;
  }
  if (key.altKey) {
    // On some keyboards brackets are typed with a key that counts as Alt.
    return key.key === 'ArrowUp'
      ? 'moveUp'
      : key.key === 'ArrowDown'
        ? 'moveDown'
        : key.key === '[' || key.key === ']'
          ? keys[key.key]
          : undefined;
  }
  return keys[key.key.length === 1 ? key.key.toLowerCase() : key.key];
}

/** What a key does in the field for a new card or note. */
export type ComposerKey = 'add' | 'leave' | 'cards' | 'before' | 'after';

/** `undefined` where the key does what it does in any field. */
export function composerKey(key: Key, written: string): ComposerKey | undefined {
  if (key.isComposing || key.altKey || key.ctrlKey || key.metaKey) {
    return undefined;
  }
  const empty = written === '';
  switch (key.key) {
    case 'Enter':
      return key.shiftKey ? undefined : 'add';
    case 'Escape':
      return 'leave';
    case 'ArrowUp':
      return empty ? 'cards' : undefined;
    case 'ArrowLeft':
      return empty ? 'before' : undefined;
    case 'ArrowRight':
      return empty ? 'after' : undefined;
    default:
      return undefined;
  }
}
