import type { RetroLog } from '../../core/log/retroLog.ts';
import type { Told } from '../../core/resemblance/failureIndex.ts';
import { learningsOf } from '../../core/resemblance/learningsOf.ts';
import { type EarlierFailure, mostEarlier } from '../../protocol/capture.ts';
import { longestWord } from '../../protocol/draft.ts';
import { choiceOf } from './choiceOf.ts';

/** The failures in a log that resemble what is being written, and what was learned from each, the newest first. */
export async function earlierFailures(log: RetroLog, told: Told): Promise<readonly EarlierFailure[]> {
  const found = await log.resembling(told, mostEarlier);
  return found.map(({ entry, likeness }) => ({
    id: entry.id,
    title: choiceOf(entry).title,
    date: entry.date,
    tags: likeness.tags.map((tag) => tag.slice(0, longestWord)),
    places: likeness.places,
    words: likeness.words,
    learnings: learningsOf(entry, log.entries).slice(0, mostEarlier).map(choiceOf),
  }));
}
