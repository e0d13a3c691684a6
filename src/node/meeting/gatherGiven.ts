import { gatherFor } from '../../core/board/gatherFor.ts';
import type { Given, GivenFigure } from '../../core/board/given.ts';
import { listPages } from '../../core/log/listPages.ts';
import type { RetroLog } from '../../core/log/retroLog.ts';
import type { Cancellation } from '../../core/ports/cancellation.ts';
import type { Files } from '../../core/ports/files.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import type { History } from '../../core/ports/history.ts';
import type { Past } from '../../core/ports/past.ts';
import { isMissing } from '../../core/trends/figures.ts';
import { historyNeed } from '../../core/trends/historyNeed.ts';
import { historyAnswerOf } from '../../core/trends/missingHistory.ts';
import { shownFigures } from '../../core/trends/shownFigures.ts';
import { dayReader } from '../../core/trends/teamDay.ts';
import { trendsOf } from '../../core/trends/trendsOf.ts';
import type { Window } from '../../core/trends/windows.ts';

/** The newest commits and tags that are looked at. */
const mostCommits = 2000;
const mostTags = 200;
/** Milliseconds after which a meeting begins without what git has not told by then. */
const patience = 4000;

/** Where it is looked. Where git is not to be run, what only it can tell is absent. */
export interface GatheringPlace {
  readonly log: RetroLog;
  readonly files: Files;
  readonly history: History | undefined;
  readonly past: Past | undefined;
}

/** What really happened in some days, for the board of a meeting. What git cannot tell in time is left out. */
export async function gatherGiven(place: GatheringPlace, window: Window): Promise<Given> {
  const { log, past } = place;
  const cancellation = AbortSignal.timeout(patience);
  const [commits, tags, figures, lastMinutes] = await Promise.all([
    past?.commits(mostCommits, cancellation),
    past?.tags(mostTags, cancellation),
    figuresOf(place, window, cancellation),
    lastMinutesOf(place, window),
  ]);
  return gatherFor({
    window,
    entries: log.entries,
    pages: log.pages,
    commits: valueOr(commits),
    tags: valueOr(tags),
    figures,
    ...(lastMinutes === undefined ? {} : { lastMinutes }),
    dayOf: dayReader(log.team.timezone ?? 'UTC'),
  });
}

function valueOr<T>(answer: GitAnswer<readonly T[]> | undefined): readonly T[] {
  return answer?.state === 'ok' ? answer.value : [];
}

async function figuresOf(
  { log, history }: GatheringPlace,
  window: Window,
  cancellation: Cancellation,
): Promise<readonly GivenFigure[]> {
  const { entries, pages, problems, team } = log;
  const answer = await history?.facts(team, historyNeed(log, window), cancellation);
  const known = historyAnswerOf(answer ?? { state: 'noRepository' });
  const { indicators } = trendsOf({ entries, pages, problems, history: known, window, every: 'week' });
  return shownFigures(indicators)
    .filter(({ key }) => !isMissing(indicators[key]))
    .map(({ name, value, before }) => ({ name, value, before }));
}

/** The minutes of the meeting before the last of these days. */
async function lastMinutesOf(
  { log, files }: GatheringPlace,
  { to }: Window,
): Promise<{ readonly path: string; readonly text: string } | undefined> {
  const last = listPages(log.pages, 'meeting').find(({ date }) => date <= to);
  const content = last && (await files.read(last.path));
  return last !== undefined && content?.state === 'text'
    ? { path: last.path, text: content.text }
    : undefined;
}
