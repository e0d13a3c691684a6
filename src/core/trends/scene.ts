import type { Entry } from '../entries/entry.ts';
import type { EntryKind } from '../entries/kinds.ts';
import { byKind, type Timeline } from './timeline.ts';
import type { Window } from './windows.ts';

/** A log as it stood at the end of a day: what every figure is made from. */
export interface Scene {
  readonly log: Timeline;
  /** The last day that counts. */
  readonly end: string;
}

/** Entries of one kind whose date is in a window, the earliest first. */
export function datedIn({ log }: Scene, kind: EntryKind, window: Window): readonly Entry[] {
  return log.kept(byKind).get(kind)?.within(window) ?? [];
}
