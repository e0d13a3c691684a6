/** What a keyboard event says, as far as it matters here. */
export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** A word is being put together by an input method: the key belongs to it. */
  readonly isComposing: boolean;
}

/** What a key does in a field with completion. */
export type FieldDeed = 'next' | 'previous' | 'choose' | 'removeLast' | 'close' | 'leave';

/** How such a field stands when a key is pressed. */
export interface FieldStand {
  readonly typed: string;
  /** Suggestions are showing. */
  readonly open: boolean;
  /** A comma ends a word; otherwise it is part of what is searched for. */
  readonly takesWords: boolean;
}

/** Whether a key logs the entry, from wherever it is pressed. */
export function isLogKey(key: Key): boolean {
  return (
    key.key === 'Enter' && (key.ctrlKey || key.metaKey) && !key.altKey && !key.shiftKey && !key.isComposing
  );
}

/** How that key is called. */
export function logKeyName(mac: boolean): string {
  return mac ? '⌘Enter' : 'Ctrl+Enter';
}

/** Whether a key is a letter by itself. */
export function isPlainLetter(key: Key): boolean {
  return key.key.length === 1 && !key.ctrlKey && !key.metaKey && !key.altKey && !key.isComposing;
}

/** What a key does in a field with completion; `undefined`: what it does in any field. */
export function fieldDeed(key: Key, stand: FieldStand): FieldDeed | undefined {
  if (key.isComposing || key.ctrlKey || key.metaKey || key.altKey) {
    return undefined;
  }
  switch (key.key) {
    case 'ArrowDown':
      return 'next';
    case 'ArrowUp':
      return 'previous';
    case 'Enter':
      return 'choose';
    case ',':
      return stand.takesWords ? 'choose' : undefined;
    case 'Backspace':
      return stand.typed === '' ? 'removeLast' : undefined;
    case 'Escape':
      return stand.open ? 'close' : 'leave';
    default:
      return undefined;
  }
}
