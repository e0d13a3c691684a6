import type { Entry } from '../entries/entry.ts';
import type { EntryKind } from '../entries/kinds.ts';
import type { Page } from '../format/parseFile.ts';
import type { HistoryAnswer } from './historyFacts.ts';
import { isWithin, type Window } from './windows.ts';

/** What every indicator is made from. */
export interface Scene {
  /** The last day that counts. */
  readonly end: string;
  /** Those that count, by path. */
  readonly entries: readonly Entry[];
  readonly pages: readonly Page[];
  readonly history: HistoryAnswer;
}

/** Entries of one kind whose date is in a window. */
export function datedIn(scene: Scene, kind: EntryKind, window: Window): readonly Entry[] {
  return scene.entries.filter((entry) => entry.kind === kind && isWithin(entry.date, window));
}

/** Whether two ids are one: upper and lower case are alike. */
export function idKey(id: string): string {
  return id.toLowerCase();
}
