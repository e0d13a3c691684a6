import * as l10n from '@vscode/l10n';
import type { Brought } from '../../core/board/bringEntries.ts';
import type { GivenEntry } from '../../core/board/given.ts';
import { RetroLog } from '../../core/log/retroLog.ts';
import { RetroError } from '../../core/retroError.ts';
import { liveProcess, liveProcessOwner } from '../../protocol/liveProcess.ts';
import type { InputOf, OutputOf } from '../../protocol/methods.ts';
import { Rpc } from '../../protocol/rpc.ts';
import { cryptoIds } from '../cryptoIds.ts';
import { NodeFiles } from '../files/nodeFiles.ts';
import { NodeGit } from '../git/nodeGit.ts';
import { NodeHistory } from '../git/nodeHistory.ts';
import { NodeVersions } from '../git/nodeVersions.ts';
import { systemClock } from '../systemClock.ts';
import type { GuestPages } from './guestPages.ts';
import { listenAsBefore } from './listenAsBefore.ts';
import { type LiveLog, placeOfBug } from './liveLog.ts';
import type { LiveServer } from './liveServer.ts';
import { openRoom, portBefore } from './openRoom.ts';
import { retroPlaceIn } from './retroPlaceIn.ts';
import type { Room } from './room.ts';
import { sparseLog } from './sparseLog.ts';

type Opening = InputOf<(typeof liveProcess)['open']>;
/** Milliseconds that the process of an editor that was reloaded may take to go. */
const patience = 5000;

type Opened = OutputOf<(typeof liveProcess)['open']>;

/** One board of an editor, served by a process of its own, which does what the editor says over its channel. */
export class ServedBoard {
  readonly rpc: Rpc<typeof liveProcess, typeof liveProcessOwner>;
  readonly #pages: GuestPages;
  readonly #onEnd: () => void;
  #opening: Promise<Opened> | undefined;
  #server: LiveServer | undefined;
  #room: Room | undefined;

  /**
   * @param send puts a message on the channel
   * @param onEnd the room was ended: the process has no more to do
   */
  constructor(pages: GuestPages, send: (message: unknown) => void, onEnd: () => void) {
    this.#pages = pages;
    this.#onEnd = onEnd;
    this.rpc = new Rpc({
      serves: liveProcess,
      asks: liveProcessOwner,
      send,
      onBug: (error) => this.#log('bug', { at: placeOfBug(error) }),
      handlers: {
        open: (opening) => this.#open(opening),
        bring: ({ entries }) => this.#bring(entries),
      },
    });
  }

  /** Lets everybody go; they can come back when the board is served again. */
  async close(): Promise<void> {
    await this.#opening?.catch(() => undefined);
    await this.#server?.close();
  }

  /** To the editor, which an attack on the server must not keep busy. */
  readonly #log: LiveLog = sparseLog(
    (event, more = {}) => this.rpc.tell('logged', { event, more }),
    systemClock,
  );

  #open(opening: Opening): Promise<Opened> {
    if (this.#opening !== undefined) {
      throw new RetroError('busy', 'A board is served here already.');
    }
    this.#opening = this.#serve(opening);
    return this.#opening;
  }

  #bring(entries: readonly GivenEntry[]): Promise<Brought> {
    if (this.#room === undefined) {
      throw new RetroError('busy', 'No board is served here yet.');
    }
    return this.#room.bring(entries);
  }

  async #serve({ words, log, journals, meeting, ...listening }: Opening): Promise<Opened> {
    if (words !== '') {
      l10n.config({ contents: words });
    }
    const before = listening.port === 0 ? await portBefore(journals, meeting) : 0;
    const parts = { pages: this.#pages, clock: systemClock, log: this.#log };
    const server = await listenAsBefore(listening, before, parts, patience).catch((cause: unknown) => {
      throw cannotShare(cause, listening);
    });
    this.#server = server;
    try {
      const { room, hostLink } = await openRoom({
        place: await retroPlaceIn(repositoryOf(log)),
        folder: journals,
        meeting,
        sharedAs: { host: listening.host, origins: listening.origins },
        log: this.#log,
        address: server.address,
        port: server.port,
        onEnd: () => {
          this.rpc.tell('ended', {});
          this.#onEnd();
        },
      });
      server.open(room);
      this.#room = room;
      return { hostLink, ownAddress: server.ownAddress };
    } catch (error) {
      await server.close();
      throw error;
    }
  }
}

/** What a person does about it in an editor, which is something else than at a command line. */
function cannotShare(cause: unknown, { host, port }: Pick<Opening, 'host' | 'port'>): unknown {
  if (!(cause instanceof RetroError)) {
    return cause;
  }
  const sentence =
    cause.code === 'busy'
      ? l10n.t('Port {0} is taken by another program. Share the retro again, and forward the new port.', port)
      : l10n.t('This machine cannot be reached at {0} any more. Share the retro again.', host);
  return new RetroError('cannot-read', sentence, { cause });
}

function repositoryOf(located: Opening['log']): Parameters<typeof retroPlaceIn>[0] {
  const files = new NodeFiles(located.root);
  const versions = new NodeVersions(located);
  const log = new RetroLog({ files, clock: systemClock, ids: cryptoIds, versions }, located.folder);
  return { ...located, log, files, git: new NodeGit(located), history: new NodeHistory(located) };
}
