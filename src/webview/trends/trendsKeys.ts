import { isPlainLetter, type Key } from '../capture/captureKeys.ts';

/** What a key does on a point of a chart. */
export type PointDeed =
  | 'previous'
  | 'next'
  | 'first'
  | 'last'
  | 'chartAbove'
  | 'chartBelow'
  | 'showEntries'
  | 'toggleTable';

const deeds: Readonly<Record<string, PointDeed>> = {
  ArrowLeft: 'previous',
  ArrowRight: 'next',
  Home: 'first',
  End: 'last',
  ArrowUp: 'chartAbove',
  ArrowDown: 'chartBelow',
  Enter: 'showEntries',
  ' ': 'showEntries',
  t: 'toggleTable',
};

/** What a key does on a point; `undefined`: what it does anywhere. */
export function pointDeed(key: Key): PointDeed | undefined {
  const isPlain = !key.ctrlKey && !key.metaKey && !key.altKey && !key.shiftKey && !key.isComposing;
  return isPlain && Object.hasOwn(deeds, key.key) ? deeds[key.key] : undefined;
}

/** Whether a key asks for the list of keys. */
export function isHelpKey(key: Key): boolean {
  return key.key === '?' && isPlainLetter(key);
}
