import { addDays, daysBetween } from '../dates.ts';
import type { Entry } from '../entries/entry.ts';
import type { EntryKind } from '../entries/kinds.ts';
import { compareEntries } from '../log/entryOrder.ts';
import { entriesById, linkedEntries } from '../report/linkedEntries.ts';
import { idKey } from '../trends/idKey.ts';
import { isLearnedBy } from '../trends/learning.ts';
import { recurrence } from '../trends/recurrence.ts';
import { datedIn, type Scene } from '../trends/scene.ts';
import type { Window } from '../trends/windows.ts';

/**
 * What is missing: a failure came back after something was settled and nothing new is planned, no learning came of a
 * failure, or nothing came of a learning.
 */
export type LoopGap = 'cameBack' | 'noLearning' | 'noStep';

/** A failure or a learning that nothing has come of yet. */
export interface OpenLoop {
  readonly entry: Entry;
  readonly gap: LoopGap;
  /** Whole days since it happened. */
  readonly days: number;
  /** What had been settled before it came back; empty for the other gaps. */
  readonly settled: readonly Entry[];
}

/** What is written next for a gap. */
export const nextKind: Readonly<Record<LoopGap, EntryKind>> = {
  cameBack: 'action',
  noLearning: 'learning',
  noStep: 'action',
};

/** A team needs its time: the same as for the learning yield. */
const grace = 14;
/** Older ones are let go: the same as for what came back. */
const halfYear = 182;
const mostOpen = 10;

/**
 * The loops that are open, the newest first, at most ten: of failures and learnings that are 14 days to half a year
 * old. An action or an experiment counts for a learning if it is linked to it, in either direction, or to a failure that
 * it is linked to; for a failure that came back, if it is not older than that. Each entry is named once, for what came
 * back first.
 */
export function openLoops(scene: Scene): readonly OpenLoop[] {
  const window = { from: addDays(scene.end, 1 - halfYear), to: addDays(scene.end, -grace) };
  const returned = returnedFailures(scene);
  const open = (entry: Entry, gap: LoopGap): OpenLoop => ({
    entry,
    gap,
    days: daysBetween(entry.date, scene.end),
    settled: gap === 'cameBack' ? (returned.get(entry) ?? []) : [],
  });
  const failures = datedIn(scene, 'failure', window).flatMap((entry) => {
    if (returned.has(entry) && !isFollowed(scene, entry, entry.date)) {
      return [open(entry, 'cameBack')];
    }
    return isLearnedBy(scene, entry, scene.end) ? [] : [open(entry, 'noLearning')];
  });
  return [...failures, ...unfollowedLearnings(scene, window).map((entry) => open(entry, 'noStep'))]
    .toSorted((a, b) => compareEntries(a.entry, b.entry))
    .slice(0, mostOpen);
}

function unfollowedLearnings(scene: Scene, window: Window): readonly Entry[] {
  return datedIn(scene, 'learning', window).filter((entry) => !isFollowed(scene, entry, ''));
}

/** Failures in which something came back that had been settled, and what that was. */
function returnedFailures(scene: Scene): ReadonlyMap<Entry, readonly Entry[]> {
  const byId = scene.log.kept(entriesById);
  const found = new Map<Entry, Entry[]>();
  for (const { id, failures } of recurrence(scene).items) {
    const settled = byId.get(idKey(id));
    for (const failure of failures.flatMap((one) => byId.get(idKey(one)) ?? [])) {
      found.set(failure, [...(found.get(failure) ?? []), ...(settled === undefined ? [] : [settled])]);
    }
  }
  return found;
}

/** Whether an action or an experiment that began on a day or later came of an entry, or of the other half of its story. */
function isFollowed({ log, end }: Scene, entry: Entry, from: string): boolean {
  const linked = linkedEntries(entry, log);
  const story = linked.filter(
    ({ kind }) => kind !== entry.kind && (kind === 'failure' || kind === 'learning'),
  );
  return [...linked, ...story.flatMap((other) => linkedEntries(other, log))].some(
    ({ kind, date }) => (kind === 'action' || kind === 'experiment') && date >= from && date <= end,
  );
}
