import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import * as l10n from '@vscode/l10n';
import type { Brought } from '../../core/board/bringEntries.ts';
import type { GivenEntry } from '../../core/board/given.ts';
import { RetroError } from '../../core/retroError.ts';
import { liveProcess, liveProcessOwner } from '../../protocol/liveProcess.ts';
import type { InputOf } from '../../protocol/methods.ts';
import { Rpc } from '../../protocol/rpc.ts';
import { RpcError } from '../../protocol/rpcError.ts';

/** What a server process is to serve. */
export type ServedOpening = InputOf<(typeof liveProcess)['open']>;

/** What whoever started a server process is told. */
export interface ServerEvents {
  readonly logged: (event: string, more: unknown) => void;
  /** The room was ended for everyone; the journal is free. */
  readonly ended: () => void;
  /** It died again and again, or cannot be started any more; the journal is free. */
  readonly failed: (error: RetroError) => void;
  readonly onBug: (error: unknown) => void;
}

interface Running {
  readonly child: ChildProcess;
  readonly rpc: Rpc<typeof liveProcessOwner, typeof liveProcess>;
}

/** Refusals of the process that are sentences for people. */
const said = ['bad-input', 'busy', 'cannot-read', 'cannot-write'] as const;

/** So often within a minute a process that died is started again. */
const mostDeaths = 5;
/** Milliseconds before it is; and until a process that was asked to end is killed. */
const pause = 200;
const patience = 5000;

/** The server of one board, in a process of its own, which is started again when it dies: the journal has it all. */
export class ServerProcess {
  readonly #program: string;
  readonly #opening: ServedOpening;
  readonly #events: ServerEvents;
  #running: Running | undefined;
  #hostLink = '';
  #ownAddress = '';
  #deaths: number[] = [];
  #closing: Promise<void> | undefined;
  #isOver = false;

  private constructor(program: string, opening: ServedOpening, events: ServerEvents) {
    this.#program = program;
    this.#opening = opening;
    this.#events = events;
  }

  /**
   * Starts the process; the board is served when this resolves.
   *
   * @param program absolute path of the program as it was built
   * @throws RetroError as `openRoom` and `LiveServer.listen` say; then nothing runs and the journal is free
   */
  static async start(program: string, opening: ServedOpening, events: ServerEvents): Promise<ServerProcess> {
    const server = new ServerProcess(program, opening, events);
    await server.#start();
    return server;
  }

  /** The facilitator's link: where people come to, and what lets in there. */
  get hostLink(): string {
    return this.#hostLink;
  }

  /** Where the server listens now, without a slash at its end. */
  get ownAddress(): string {
    return this.#ownAddress;
  }

  /** The id of the process; 0 while there is none. */
  get process(): number {
    return this.#running?.child.pid ?? 0;
  }

  /**
   * Brings entries of the log onto the board that were not there yet, in the facilitator's name.
   *
   * @throws RetroError `bad-input` where the board has no room for them; `busy` while the process is started again
   */
  async bring(entries: readonly GivenEntry[]): Promise<Brought> {
    try {
      if (this.#running !== undefined) {
        return await this.#running.rpc.ask('bring', { entries });
      }
    } catch (error) {
      if (!isClosed(error)) {
        throw failureOf(error);
      }
    }
    throw new RetroError('busy', l10n.t('The retro is not shared for a moment. Try again.'));
  }

  /** Resolves when the process is gone and the journal is free. Those who are in can come back when it is there again. */
  close(): Promise<void> {
    this.#isOver = true;
    this.#closing ??= this.#stop(this.#running);
    return this.#closing;
  }

  async #start(): Promise<void> {
    const running = this.#fork();
    try {
      const { hostLink, ownAddress } = await running.rpc.ask('open', this.#opening);
      this.#hostLink = hostLink;
      this.#ownAddress = ownAddress;
    } catch (error) {
      await this.#stop(running);
      throw failureOf(error);
    }
    if (this.#isOver) {
      await this.#stop(running);
      return;
    }
    this.#running = running;
    const { child } = running;
    child.once('exit', () => void this.#died(child));
    if (isGone(child)) {
      void this.#died(child);
    }
  }

  #fork(): Running {
    const child = fork(this.#program, [], {
      // The editor's own node is its program in another role.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const rpc = new Rpc({
      serves: liveProcessOwner,
      asks: liveProcess,
      send: (message) => void (child.connected && child.send(message, () => undefined)),
      onBug: this.#events.onBug,
      handlers: {
        logged: ({ event, more }) => this.#events.logged(event, more),
        ended: () => this.#ended(),
      },
    });
    child.on('message', (message) => rpc.receive(message));
    child.on('error', () => rpc.close());
    child.once('exit', () => rpc.close());
    return { child, rpc };
  }

  async #died({ exitCode }: ChildProcess): Promise<void> {
    this.#running = undefined;
    if (this.#isOver) {
      return;
    }
    if (exitCode === 0) {
      // Nobody asked it to: so the room was ended.
      await this.#ended();
      return;
    }
    const now = performance.now();
    this.#deaths = [...this.#deaths.filter((at) => now - at < 60_000), now];
    try {
      if (this.#deaths.length > mostDeaths) {
        throw failureOf(undefined);
      }
      await new Promise((resolve) => {
        setTimeout(resolve, pause);
      });
      if (!this.#isOver) {
        await this.#start();
      }
    } catch (error) {
      this.#isOver = true;
      this.#events.failed(failureOf(error));
    }
  }

  async #ended(): Promise<void> {
    if (!this.#isOver) {
      await this.close();
      this.#events.ended();
    }
  }

  /** It ends by itself when its channel is closed; after a while it is not asked any more. */
  async #stop(running: Running | undefined): Promise<void> {
    if (running?.child.pid === undefined || isGone(running.child)) {
      return;
    }
    const { child } = running;
    const gone = once(child, 'exit');
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    if (child.connected) {
      child.disconnect();
    }
    await gone;
    clearTimeout(timer);
  }
}

function isClosed(error: unknown): boolean {
  return error instanceof RpcError && error.code === 'closed';
}

function isGone({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** What the process refused is said in its own words. */
function failureOf(error: unknown): RetroError {
  if (error instanceof RetroError) {
    return error;
  }
  const words = l10n.t('The program that shares the board stopped. Share it again; nothing is lost.');
  const code = said.find((each) => error instanceof RpcError && error.code === each);
  return code === undefined || !(error instanceof RpcError)
    ? new RetroError('cannot-read', words, { cause: error })
    : new RetroError(code, error.message, { cause: error });
}
