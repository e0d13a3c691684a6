import * as l10n from '@vscode/l10n';
import { RetroError } from '../core/retroError.ts';
import { type LiveLog, placeOfBug } from '../node/live/liveLog.ts';
import type { LiveMeter } from '../node/live/liveMeter.ts';
import type { Listening, LiveServer } from '../node/live/liveServer.ts';
import { type OpenedRoom, openRoom } from '../node/live/openRoom.ts';
import type { RoomHome } from '../node/live/roomHome.ts';
import { retroPlaceIn } from '../node/live/retroPlaceIn.ts';
import { linesOfMany, linesOfNext, linesOfOne, type NumberedRoom } from './servedLinks.ts';
import type { Terminal } from './terminal.ts';
import type { Workplace } from './workplace.ts';

/** The log of a team, and where its boards are kept. */
export interface Team {
  readonly place: Workplace;
  readonly folder: string;
  /** Where other processes find them too. */
  readonly home: RoomHome | undefined;
}

/** What rooms are opened with. */
export interface RoomTools {
  readonly server: LiveServer;
  readonly listening: Listening;
  readonly log: LiveLog;
  readonly meter: LiveMeter;
  readonly terminal: Terminal;
}

/** The rooms of some teams on one server: each has one, and links that lead into it and no other. */
export class TeamRooms {
  readonly #tools: RoomTools;

  constructor(tools: RoomTools) {
    this.#tools = tools;
  }

  /**
   * Opens the room of one retro and prints its links.
   *
   * @param onEnd the retro has ended
   * @throws RetroError as `openRoom`
   */
  async openOne(team: Team, onEnd: () => void): Promise<void> {
    const { server, listening, terminal, log } = this.#tools;
    const opened = await this.#open(team, log, onEnd);
    server.open(opened.room);
    terminal.print(linesOfOne(opened, listening).join('\n'));
  }

  /**
   * Opens a room for each team and prints the links of those who facilitate. Where a retro has ended, the room of the
   * next one of that team is opened.
   *
   * @throws RetroError as `openRoom`, with the log that it is about; then none is open
   */
  async openAll(teams: readonly Team[]): Promise<void> {
    const { server, listening, terminal } = this.#tools;
    const rooms: NumberedRoom[] = [];
    for (const [at, team] of teams.entries()) {
      rooms.push(await this.#openNumbered(team, at + 1).catch(withLog(team)));
    }
    terminal.print(linesOfMany(rooms, listening).join('\n'));
    this.#tools.log('open', { rooms: server.counts.rooms });
  }

  async #openNumbered(team: Team, number: number): Promise<NumberedRoom> {
    const { server, log } = this.#tools;
    const logOfRoom: LiveLog = (event, more) => log(event, { room: number, ...more });
    const { room, ...links } = await this.#open(team, logOfRoom, () => {
      server
        .shut(room)
        .then(() => this.#openNext(team, number))
        .catch((error: unknown) => logOfRoom('bug', { at: placeOfBug(error) }));
    });
    server.open(room);
    return { ...links, root: team.place.root, number };
  }

  async #openNext(team: Team, number: number): Promise<void> {
    const { server, terminal } = this.#tools;
    if (server.isClosing) {
      return;
    }
    try {
      terminal.print(linesOfNext(await this.#openNumbered(team, number)).join('\n'));
    } catch (error) {
      // The other teams go on; whoever runs the server has to look at this one.
      if (!(error instanceof RetroError)) {
        throw error;
      }
      this.#tools.log('not-open', { room: number, code: error.code });
    }
  }

  async #open({ place, folder, home }: Team, log: LiveLog, onEnd: () => void): Promise<OpenedRoom> {
    const { server, meter } = this.#tools;
    const { address, port } = server;
    const opening = { place: await retroPlaceIn(place), folder, log, meter, address, port, onEnd };
    return openRoom(home === undefined ? opening : { ...opening, home });
  }
}

/** The same failure, with the log that it is about. */
function withLog({ place }: Team): (cause: unknown) => never {
  return (cause) => {
    if (cause instanceof RetroError) {
      throw new RetroError(cause.code, l10n.t('{0}: {1}', place.root, cause.message), { cause });
    }
    throw cause;
  };
}
