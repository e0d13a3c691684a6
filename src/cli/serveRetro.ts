import * as l10n from '@vscode/l10n';
import { readGuestPages } from '../node/live/guestPages.ts';
import { listenAsBefore } from '../node/live/listenAsBefore.ts';
import type { LiveLog } from '../node/live/liveLog.ts';
import type { Listening } from '../node/live/liveServer.ts';
import { portBefore } from '../node/live/openRoom.ts';
import { systemClock } from '../node/systemClock.ts';
import { journalFolders } from './journalFolders.ts';
import { loadLog } from './loadLog.ts';
import { openShared } from './openShared.ts';
import { type Figures, type FiguresAddress, openFigures } from './openFigures.ts';
import { TeamRooms } from './teamRooms.ts';
import type { Terminal } from './terminal.ts';
import type { Workplace } from './workplace.ts';

/** What somebody said about how retros are served. */
export interface Serving {
  readonly listening: Listening;
  /** Where boards are kept, if somebody said so. */
  readonly journal: string | undefined;
  /** The Redis that boards are kept in instead, so that other processes serve them too. */
  readonly redis: string | undefined;
  /** Where figures can be asked for, if they are wanted. */
  readonly metrics: FiguresAddress | undefined;
  /** It is for teams, one after the other: when a retro has ended, the room of the next one is opened. */
  readonly isForTeams: boolean;
  /** Whether stderr is to hold nothing but JSON documents. */
  readonly asJson: boolean;
}

/**
 * Serves the retros of some logs, a room for each, until somebody stops it, or until the only one is ended in its room.
 * Prints the links that lead into them.
 *
 * @returns a sentence about how it ended
 * @throws RetroError as `LiveServer.listen`, `MetricsServer.listen`, `journalFolders`, `openShared` and `openRoom`
 */
export async function serveRetro(
  places: readonly Workplace[],
  serving: Serving,
  terminal: Terminal,
): Promise<string> {
  const { listening, journal, metrics, isForTeams } = serving;
  const pages = await readGuestPages(import.meta.url);
  const folders = await journalFolders(places, journal, isForTeams);
  const log: LiveLog = (event, more = {}) =>
    terminal.say(JSON.stringify({ time: new Date(systemClock.now()).toISOString(), event, ...more }));
  const say = (text: string): void => (serving.asJson ? log('said', { text }) : terminal.say(text));
  for (const place of places) {
    await loadLog(place, { ...terminal, say });
  }
  const stopped = stopSignal();
  const shared = await openShared(places, serving.redis, { log, say });
  const figures = await openFigures(metrics, log);
  figures.isAway = () => shared?.isAway ?? false;
  let isOver = false;
  try {
    const before = listening.port === 0 && shared === undefined ? await portOf(folders) : 0;
    const parts = { pages, clock: systemClock, log, meter: figures.meter };
    figures.server = await listenAsBefore(listening, before, parts);
    const teams = places.map((place, at) => ({ place, folder: folders[at] ?? '', home: shared?.homes[at] }));
    const rooms = new TeamRooms({ ...parts, server: figures.server, listening, terminal });
    const [only] = teams;
    let tellEnd = (): void => undefined;
    const over = new Promise<true>((done) => {
      tellEnd = () => done(true);
    });
    await (isForTeams || only === undefined ? rooms.openAll(teams) : rooms.openOne(only, () => tellEnd()));
    figures.health = 'ok';
    isOver = await Promise.race([stopped, over]);
  } finally {
    await stop(figures, log);
    shared?.close();
  }
  return isOver
    ? l10n.t('The retro has ended. Its minutes are in the log.')
    : l10n.t('Stopped. All that was done is kept: “retrolog serve” goes on with it.');
}

/** The port that open pages know. */
async function portOf(folders: readonly string[]): Promise<number> {
  for (const folder of folders) {
    const port = await portBefore(folder);
    if (port !== 0) {
      return port;
    }
  }
  return 0;
}

async function stop(figures: Figures, log: LiveLog): Promise<void> {
  figures.health = 'stopping';
  log('stopping');
  await figures.server?.close();
  await figures.close();
  log('stopped');
}

/** Resolves when whoever started the program wants it to stop. */
function stopSignal(): Promise<false> {
  return new Promise((done) => {
    process.once('SIGINT', () => done(false));
    process.once('SIGTERM', () => done(false));
  });
}
