import type { Entry } from '../entries/entry.ts';
import type { Page } from '../format/parseFile.ts';
import { addDays } from '../dates.ts';
import type { HistoryAnswer } from './historyFacts.ts';
import { idKey } from './idKey.ts';
import { isWithin, type Window } from './windows.ts';

/** What of a history figures rest on. Looking at what commits did costs much, so no more of it is read. */
export interface HistoryNeed {
  /** From which day on it matters what commits did; `''`: always. */
  readonly since: string;
  /** Files of the log of which it matters who added them, from the log's root. */
  readonly files: ReadonlySet<string>;
}

/** Where somebody is new in 13 weeks is told by the year before those. */
const lookedBack = 90 + 365;
/** 13 weeks and the 13 before. */
const twentySixWeeks = 182;

/**
 * What figures that end on any day of a window need: what was done since somebody who finds an area could have known
 * it, and who added the entries of 26 weeks and what refers to them. Of an older entry it would matter only whether
 * somebody wrote it who had not committed anything by then: a commit that is not read is itself that old.
 */
export function historyNeed(
  { entries, pages }: { readonly entries: readonly Entry[]; readonly pages: readonly Page[] },
  ends: Window,
): HistoryNeed {
  const recent = { from: addDays(ends.from, -twentySixWeeks), to: ends.to };
  const files = new Set<string>();
  const ids = new Set<string>();
  const linking: Entry[] = [];
  // Those of one day mostly come one after another, and there may be very many.
  let day = '';
  let isRecent = false;
  for (const entry of entries) {
    if (entry.date !== day) {
      day = entry.date;
      isRecent = isWithin(day, recent);
    }
    if (isRecent) {
      files.add(entry.path);
      ids.add(idKey(entry.id));
    }
    if (entry.links.length > 0) {
      linking.push(entry);
    }
  }
  for (const { path } of pages.filter(({ minuted = [] }) => minuted.some((listed) => files.has(listed)))) {
    files.add(path);
  }
  for (const { links, path } of linking) {
    if (links.some((link) => ids.has(idKey(link)))) {
      files.add(path);
    }
  }
  return { since: neededSince(ends.from), files };
}

/** From which day on figures that end on a day need to know what commits did. */
function neededSince(end: string): string {
  return addDays(end, -lookedBack);
}

/** Less of a history than figures of a day need would give wrong ones. */
export function requireHistory(history: HistoryAnswer, end: string): void {
  if (history.state === 'ok' && history.facts.since > neededSince(end)) {
    throw new Error(
      `The history was read from ${history.facts.since} on, and needed from ${neededSince(end)}.`,
    );
  }
}
