import { bodyOf } from '../format/entryBody.ts';
import type { RetroLog } from '../log/retroLog.ts';
import type { Cancellation } from '../ports/cancellation.ts';
import type { Files } from '../ports/files.ts';
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
  readonly files: Pick<Files, 'readMany'>;
  /** What it is called, if the team has no name. */
  readonly name: string;
}

/** Reads the history and the experiments that a report over a log tells of. */
export async function readReportedLog(
  { log, history, files, name }: ReportPlace,
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
  const told = toldExperiments({ log: timeline, end: window.to }, window).map(({ path }) => path);
  await files.readMany(
    told,
    (path, content) => content.state === 'text' && bodies.set(path, bodyOf(content.text)),
    { cancellation },
  );
  return { name: team.team ?? name, log: timeline, bodyOf: (path) => bodies.get(path) };
}
