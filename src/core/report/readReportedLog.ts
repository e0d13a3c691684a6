import type { RetroLog } from '../log/retroLog.ts';
import type { Cancellation } from '../ports/cancellation.ts';
import type { History } from '../ports/history.ts';
import { historyNeed } from '../trends/historyNeed.ts';
import type { HistoryAnswer } from '../trends/historyFacts.ts';
import { historyAnswerOf } from '../trends/missingHistory.ts';
import { Timeline } from '../trends/timeline.ts';
import type { Window } from '../trends/windows.ts';
import { endsOf, type ReportedLog } from './reportOf.ts';
import { toldExperiments } from './tried.ts';

/** A log that is read already, and where what a report needs besides comes from. */
export interface ReportPlace {
  readonly log: RetroLog;
  /** Absent where git must not be asked. */
  readonly history: History | undefined;
  /** What it is called, if the team has no name. */
  readonly name: string;
}

/** Reads the history and the experiments that a report over a log tells of. */
export async function readReportedLog(
  { log, history, name }: ReportPlace,
  window: Window,
  cancellation?: Cancellation,
): Promise<ReportedLog> {
  const { entries, pages, problems, team } = log;
  const answer: HistoryAnswer =
    history === undefined
      ? { state: 'notCollected' }
      : historyAnswerOf(await history.facts(team, historyNeed(log, endsOf(window)), cancellation));
  const timeline = new Timeline({ entries, pages, problems, team, history: answer });
  const bodies = new Map<string, string>();
  for (const entry of toldExperiments({ log: timeline, end: window.to }, window)) {
    if (cancellation?.aborted !== true) {
      bodies.set(entry.path, await log.bodyOf(entry));
    }
  }
  return {
    name: team.team ?? name,
    log: timeline,
    bodyOf: (path) => bodies.get(path),
    plan: await log.plan(),
    surveys: log.surveys,
  };
}
