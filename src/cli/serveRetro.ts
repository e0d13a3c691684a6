import { join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { RetroError } from '../core/retroError.ts';
import { ownFolder } from '../node/git/ownFolder.ts';
import { readGuestPages } from '../node/live/guestPages.ts';
import type { LiveLog } from '../node/live/liveLog.ts';
import { listenAsBefore } from '../node/live/listenAsBefore.ts';
import type { Listening, LiveServer } from '../node/live/liveServer.ts';
import { openRoom, portBefore } from '../node/live/openRoom.ts';
import { retroPlaceIn } from '../node/live/retroPlaceIn.ts';
import { systemClock } from '../node/systemClock.ts';
import { type FiguresAddress, openFigures } from './openFigures.ts';
import { loadLog } from './loadLog.ts';
import type { Terminal } from './terminal.ts';
import type { Workplace } from './workplace.ts';

/** What somebody said about how a retro is served. */
export interface Serving {
  readonly listening: Listening;
  /** Where the board is kept, if somebody said so. */
  readonly journal: string | undefined;
  /** Where figures can be asked for, if they are wanted. */
  readonly metrics: FiguresAddress | undefined;
  /** Whether stderr is to hold nothing but JSON documents. */
  readonly asJson: boolean;
}

/**
 * Serves the retro of a log until somebody stops it or it is ended in the room. Prints the links that lead into it.
 *
 * @returns a sentence about how it ended
 * @throws RetroError as `LiveServer.listen`, `MetricsServer.listen` and `openRoom`
 */
export async function serveRetro(
  workplace: Workplace,
  { listening, journal, metrics, asJson }: Serving,
  terminal: Terminal,
): Promise<string> {
  const pages = await readGuestPages(import.meta.url);
  const folder = await journalFolder(workplace, journal);
  const log: LiveLog = (event, more = {}) =>
    terminal.say(JSON.stringify({ time: new Date(systemClock.now()).toISOString(), event, ...more }));
  await loadLog(workplace, asJson ? { ...terminal, say: (text) => log('said', { text }) } : terminal);
  const stopped = stopSignal();
  const before = listening.port === 0 ? await portBefore(folder) : 0;
  const figures = await openFigures(metrics, log);
  const { meter } = figures;
  let server: LiveServer | undefined;
  let isOver = false;
  try {
    server = await listenAsBefore(listening, before, { pages, clock: systemClock, log, meter });
    figures.server = server;
    let tellEnd = (): void => undefined;
    const over = new Promise<true>((done) => {
      tellEnd = () => done(true);
    });
    const { room, title, hostLink, guestLink } = await openRoom({
      place: await retroPlaceIn(workplace),
      folder,
      log,
      meter,
      address: server.address,
      port: server.port,
      onEnd: () => tellEnd(),
    });
    server.open(room);
    figures.health = 'ok';
    terminal.print(linesFor(title, hostLink, guestLink, listening).join('\n'));
    isOver = await Promise.race([stopped, over]);
  } finally {
    figures.health = 'stopping';
    log('stopping');
    await server?.close();
    await figures.close();
    log('stopped');
  }
  return isOver
    ? l10n.t('The retro has ended. Its minutes are in the log.')
    : l10n.t('Stopped. All that was done is kept: “retrolog serve” goes on with it.');
}

function linesFor(
  title: string,
  host: string,
  guest: string,
  { host: at, origins }: Listening,
): readonly string[] {
  const open =
    !at.startsWith('127.') && at !== '::1' && origins.every((origin) => origin.startsWith('http:'));
  return [
    ...(title === '' ? [] : [l10n.t('Going on with “{0}”.', title), '']),
    l10n.t('You facilitate, with this link. Keep it to yourself:'),
    `  ${host}`,
    l10n.t('Invite the others with this one. You let each of them in:'),
    `  ${guest}`,
    '',
    ...(open ? [l10n.t('This is not encrypted: whoever is on the network can read along.')] : []),
    l10n.t('Ctrl+C stops it; nothing is lost.'),
  ];
}

async function journalFolder(
  { root, start, environment }: Workplace,
  given: string | undefined,
): Promise<string> {
  if (given !== undefined) {
    return resolve(start, given);
  }
  const own = await ownFolder({ root, environment });
  if (own.state !== 'ok') {
    throw new RetroError(
      'bad-input',
      l10n.t('Outside of a git repository, say with --journal in which folder the board is kept.'),
    );
  }
  return join(own.value, 'live');
}

/** Resolves when whoever started the program wants it to stop. */
function stopSignal(): Promise<false> {
  return new Promise((stop) => {
    process.once('SIGINT', () => stop(false));
    process.once('SIGTERM', () => stop(false));
  });
}
