import { RetroLog } from '../../../src/core/log/retroLog.ts';
import type { Clock } from '../../../src/core/ports/clock.ts';
import type { Staging } from '../../../src/core/ports/git.ts';
import { cryptoIds } from '../../../src/node/cryptoIds.ts';
import { NodeFiles } from '../../../src/node/files/nodeFiles.ts';
import type { GuestPages } from '../../../src/node/live/guestPages.ts';
import type { LiveEvent } from '../../../src/node/live/liveLog.ts';
import { type LiveMeter, noMeter } from '../../../src/node/live/liveMeter.ts';
import { LiveServer } from '../../../src/node/live/liveServer.ts';
import { type OpenedRoom, openRoom } from '../../../src/node/live/openRoom.ts';
import type { RoomHome } from '../../../src/node/live/roomHome.ts';
import { systemClock } from '../../../src/node/systemClock.ts';
import { TemporaryFolder } from '../../support/temporaryFolder.ts';
import { Guest, partsOf } from '../../support/liveGuest.ts';

const pages: GuestPages = new Map([
  ['/guest.js', { type: 'text/javascript', bytes: Buffer.from('1'), zipped: Buffer.from('zipped') }],
]);

/** A live server with one room on a log of its own, over real sockets. */
export class LiveScene {
  readonly folder: TemporaryFolder;
  readonly events: string[] = [];
  readonly clock: Clock & { ahead: number };
  readonly #origins: readonly string[];
  readonly #meter: LiveMeter;
  readonly #home: RoomHome | undefined;
  readonly #staging: Staging | undefined;
  readonly #heartbeat: number | undefined;
  server!: LiveServer;
  opened!: OpenedRoom;
  isOver = false;
  #guests: Guest[] = [];

  private constructor(
    folder: TemporaryFolder,
    origins: readonly string[],
    meter: LiveMeter,
    home: RoomHome | undefined,
    staging: Staging | undefined,
    heartbeat: number | undefined,
  ) {
    this.folder = folder;
    this.#origins = origins;
    this.#meter = meter;
    this.#home = home;
    this.#staging = staging;
    this.#heartbeat = heartbeat;
    this.clock = {
      ahead: 0,
      now: () => systemClock.now() + this.clock.ahead,
      today: (zone) => systemClock.today(zone),
    };
  }

  static async open({
    folder = new TemporaryFolder(),
    origins = [],
    port = 0,
    meter = noMeter,
    home,
    staging,
    heartbeat,
  }: {
    folder?: TemporaryFolder;
    origins?: readonly string[];
    port?: number;
    meter?: LiveMeter;
    home?: RoomHome;
    staging?: Staging;
    heartbeat?: number;
  } = {}): Promise<LiveScene> {
    const scene = new LiveScene(folder, origins, meter, home, staging, heartbeat);
    await scene.#open(port);
    return scene;
  }

  get port(): number {
    return this.server.port;
  }

  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** Where the journal is kept. */
  get journal(): string {
    return this.folder.at('journal');
  }

  /** The room and the token in a link. */
  static partsOf(link: string): { room: string; proof: string } {
    return partsOf(link);
  }

  /** Somebody who is connected and has said nothing. */
  async connect(): Promise<Guest> {
    const guest = await Guest.connect(this.port);
    this.#guests.push(guest);
    return guest;
  }

  /** Whoever facilitates, at a meeting that has begun. */
  async facilitator({
    names = 'named',
    template,
  }: {
    names?: 'named' | 'alias' | 'anonymous';
    template?: string;
  } = {}): Promise<Guest> {
    const ada = await this.connect();
    await ada.enter({ ...LiveScene.partsOf(this.opened.hostLink), name: 'Ada' });
    const offer = await ada.rpc.ask('offer', null);
    const key = template ?? offer[0]?.key ?? '';
    await ada.rpc.ask('start', { template: key, names });
    await ada.until(() => ada.view?.state === 'open' && ada.view.me !== '');
    return ada;
  }

  /** Somebody with the invitation, whom the facilitator lets in. */
  async guest(lead: Guest, name: string): Promise<Guest> {
    const guest = await this.connect();
    await guest.enter({ ...LiveScene.partsOf(this.opened.guestLink), name });
    await lead.letsIn(name);
    await guest.until(() => guest.view?.me !== undefined && guest.view.me !== '' && guest.secret !== '');
    return guest;
  }

  /** How often something happened. */
  countOf(event: LiveEvent): number {
    return this.events.filter((each) => each.startsWith(`${event} `)).length;
  }

  /** Ends the server as an operator would, and starts it on what is there. */
  async restart(): Promise<void> {
    const { port } = this;
    await this.server.close();
    await this.#open(port);
  }

  async close(): Promise<void> {
    this.#guests.forEach((guest) => guest.drop());
    await this.server.close();
    this.folder.remove();
  }

  async #open(port: number): Promise<void> {
    const files = new NodeFiles(this.folder.path);
    const log = (event: LiveEvent, more: object = {}): void =>
      void this.events.push(`${event} ${JSON.stringify(more)}`);
    this.server = await LiveServer.listen(
      { host: '127.0.0.1', port, origins: this.#origins },
      {
        pages,
        clock: this.clock,
        log,
        meter: this.#meter,
        ...(this.#heartbeat && { heartbeat: this.#heartbeat }),
      },
    );
    this.opened = await openRoom({
      place: {
        log: new RetroLog({ files, clock: systemClock, ids: cryptoIds }, 'retro'),
        files,
        clock: this.clock,
        git: undefined,
        history: undefined,
        past: undefined,
        staging: this.#staging,
        language: 'en',
      },
      folder: this.journal,
      ...(this.#home && { home: this.#home }),
      log,
      meter: this.#meter,
      address: this.server.address,
      port: this.server.port,
      onEnd: () => {
        this.isOver = true;
      },
    });
    this.server.open(this.opened.room);
  }
}
