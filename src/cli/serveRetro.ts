import { join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { RetroError } from '../core/retroError.ts';
import { NodePast } from '../node/git/nodePast.ts';
import { NodeStaging } from '../node/git/nodeStaging.ts';
import { ownFolder } from '../node/git/ownFolder.ts';
import { readGuestPages } from '../node/live/guestPages.ts';
import type { LiveLog } from '../node/live/liveLog.ts';
import { type Listening, LiveServer, type ServerParts } from '../node/live/liveServer.ts';
import { openRoom, portBefore } from '../node/live/openRoom.ts';
import type { RetroPlace } from '../node/live/retroMeeting.ts';
import { systemClock } from '../node/systemClock.ts';
import { loadLog } from './loadLog.ts';
import type { Terminal } from './terminal.ts';
import type { Workplace } from './workplace.ts';

/**
 * Serves the retro of a log until somebody stops it or it is ended in the room. Prints the links that lead into it.
 *
 * @param journal where the board is kept, if somebody said so
 * @returns a sentence about how it ended
 * @throws RetroError as `LiveServer.listen` and `openRoom`
 */
export async function serveRetro(
  workplace: Workplace,
  listening: Listening,
  journal: string | undefined,
  terminal: Terminal,
): Promise<string> {
  const pages = await readGuestPages(import.meta.url);
  const folder = await journalFolder(workplace, journal);
  await loadLog(workplace, terminal);
  const log: LiveLog = (event, more = {}) =>
    terminal.say(JSON.stringify({ time: new Date(systemClock.now()).toISOString(), event, ...more }));
  const stopped = stopSignal();
  const server = await listen(listening, folder, { pages, clock: systemClock, log });
  let isOver = false;
  try {
    let tellEnd = (): void => undefined;
    const over = new Promise<true>((done) => {
      tellEnd = () => done(true);
    });
    const { room, title, hostLink, guestLink } = await openRoom({
      place: await placeOf(workplace),
      folder,
      log,
      address: server.address,
      port: server.port,
      onEnd: () => tellEnd(),
    });
    server.open(room);
    terminal.print(linesFor(title, hostLink, guestLink, listening).join('\n'));
    isOver = await Promise.race([stopped, over]);
  } finally {
    await server.close();
    log('stopped');
  }
  return isOver
    ? l10n.t('The retro has ended. Its minutes are in the log.')
    : l10n.t('Stopped. All that was done is kept: “retrolog serve” goes on with it.');
}

/** Where nobody chose a port, the one that open pages know is best, and any other will do. */
async function listen(listening: Listening, folder: string, parts: ServerParts): Promise<LiveServer> {
  const before = listening.port === 0 ? await portBefore(folder) : 0;
  try {
    return await LiveServer.listen({ ...listening, port: listening.port || before }, parts);
  } catch (error) {
    if (before !== 0 && error instanceof RetroError && error.code === 'busy') {
      return LiveServer.listen(listening, parts);
    }
    throw error;
  }
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

async function placeOf({
  root,
  folder,
  environment,
  log,
  files,
  git,
  history,
}: Workplace): Promise<RetroPlace> {
  const settings = { root, folder, environment };
  const head = await git.head();
  const inGit = head.state === 'ok';
  return {
    log,
    files,
    clock: systemClock,
    git,
    history,
    past: new NodePast(settings),
    staging: inGit ? new NodeStaging({ root, environment }) : undefined,
    language: Intl.DateTimeFormat().resolvedOptions().locale,
  };
}

/** Resolves when whoever started the program wants it to stop. */
function stopSignal(): Promise<false> {
  return new Promise((stop) => {
    process.once('SIGINT', () => stop(false));
    process.once('SIGTERM', () => stop(false));
  });
}
