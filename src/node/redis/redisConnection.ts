import { setTimeout as wait } from 'node:timers/promises';
import { createClient, ErrorReply, type RedisArgument } from '@redis/client';
import * as l10n from '@vscode/l10n';
import { RetroError } from '../../core/retroError.ts';

/** Milliseconds. */
export interface RedisPatience {
  /** Until Redis must have answered at first. */
  readonly connect: number;
  /** Without an answer, until a connection is taken for dead. */
  readonly answer: number;
  /** Between two tries to connect again, at most. */
  readonly retry: number;
  /** Without a connection, until those who depend on it are told. */
  readonly absence: number;
}

const usualRedisPatience: RedisPatience = { connect: 5000, answer: 5000, retry: 1000, absence: 3000 };

type Client = ReturnType<typeof clientOf>;
type Heard = (message: string) => void;

/** What Redis answers while it starts, or while another one takes its place: it has done nothing, and will soon. */
const soon = /^(LOADING|MASTERDOWN|READONLY|TRYAGAIN|CLUSTERDOWN|BUSY) /;

/** It is not known whether Redis did something, or it is known that it did not, and will do it later. */
export class RedisAway extends Error {
  override readonly name = 'RedisAway';
}

/**
 * The connection of a process with its Redis, which comes back by itself. A command is sent once: where the connection
 * is lost before the answer, nobody knows whether it was carried out, and whoever sent it has to look.
 */
export class RedisConnection {
  readonly #url: string;
  readonly #patience: RedisPatience;
  readonly #channels = new Map<string, Set<Heard>>();
  readonly #whenThere = new Set<() => void>();
  readonly #whenAway = new Set<() => void>();
  #client: Client;
  #wasThere = false;
  #isAway = false;
  #absence: NodeJS.Timeout | undefined;
  #isClosed = false;

  private constructor(url: string, patience: RedisPatience) {
    this.#url = url;
    this.#patience = patience;
    this.#client = this.#newClient();
  }

  /**
   * @param url `redis://` or `rediss://`, with user, password and number of the database where they are needed
   * @throws RetroError `bad-input` where it is no such address or the server is too old, `cannot-read` where it does
   * not answer
   */
  static async open(url: string, given: Partial<RedisPatience> = {}): Promise<RedisConnection> {
    if (!/^rediss?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
      throw new RetroError('bad-input', l10n.t('The address of Redis begins with redis:// or rediss://.'));
    }
    const connection = new RedisConnection(url, { ...usualRedisPatience, ...given });
    try {
      await connection.#client.connect();
      connection.#wasThere = true;
      await connection.#needStreams();
      return connection;
    } catch (error) {
      connection.close();
      throw error instanceof RetroError ? error : cannotReach(url, error);
    }
  }

  /** Whether commands can be sent. */
  get isThere(): boolean {
    return this.#client.isReady;
  }

  /** Whether none will ever be sent again. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Whether none could be sent for longer than a moment. */
  get isAway(): boolean {
    return this.#isAway;
  }

  /** Calls back when none could be sent for longer than a moment. Returns what ends that. */
  onDidGoAway(listener: () => void): () => void {
    this.#whenAway.add(listener);
    return () => this.#whenAway.delete(listener);
  }

  /**
   * Sends one command.
   *
   * @throws RedisAway, or ErrorReply where Redis refused it: then it was not carried out
   */
  async send(...command: readonly RedisArgument[]): Promise<unknown> {
    const client = this.#client;
    const silence = setTimeout(() => this.#renew(client), this.#patience.answer);
    try {
      return await client.sendCommand<unknown>(command);
    } catch (error) {
      throw isRefusedByRedis(error) && !soon.test(error.message)
        ? error
        : new RedisAway('Redis is not there.', { cause: error });
    } finally {
      clearTimeout(silence);
    }
  }

  /** Runs a script, whole or not at all. Rejects as `send`. */
  run(script: string, keys: readonly string[], given: readonly string[]): Promise<unknown> {
    return this.send('EVAL', script, String(keys.length), ...keys, ...given);
  }

  /** Resolves when commands can be sent; a moment later where they were refused for now. */
  async thereAgain(): Promise<void> {
    await wait(Math.min(100, this.#patience.retry));
    if (!this.isThere && !this.#isClosed) {
      await new Promise<void>((resolve) => {
        const stop = this.onDidConnect(() => {
          stop();
          resolve();
        });
      });
    }
  }

  /** Whether commands can be sent again before so many milliseconds are over. */
  thereWithin(limit: number): Promise<boolean> {
    return Promise.race([this.thereAgain().then(() => true), wait(limit, false, { ref: false })]);
  }

  /** Calls back whenever Redis is there again, and once it is closed. Returns what ends that. */
  onDidConnect(listener: () => void): () => void {
    this.#whenThere.add(listener);
    return () => this.#whenThere.delete(listener);
  }

  /**
   * Hears what is published on a channel: it may be lost, come twice, or be anybody's. Returns what ends that.
   * Resolves when it is heard.
   */
  async hear(channel: string, heard: Heard): Promise<() => void> {
    const listeners = this.#channels.get(channel) ?? new Set();
    this.#channels.set(channel, listeners.add(heard));
    await this.#client.subscribe(channel, heard);
    return () => {
      listeners.delete(heard);
      this.#client.unsubscribe(channel, heard).catch(() => undefined);
    };
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#absence);
    this.#client.destroy();
    this.#tell();
  }

  #newClient(): Client {
    const { connect, retry } = this.#patience;
    const client = clientOf(this.#url, connect, (tries, cause) =>
      this.#wasThere ? Math.min(retry, 20 * 2 ** Math.min(tries, 10)) : cause,
    );
    // Every command says itself that it failed.
    client.on('error', () => this.#miss());
    client.on('ready', () => this.#tell());
    return client;
  }

  /** A connection on which nothing is answered is not waited for: another one may be answered. */
  #renew(silent: Client): void {
    if (silent !== this.#client || this.#isClosed) {
      return;
    }
    this.#client = this.#newClient();
    silent.destroy();
    this.#miss();
    const client = this.#client;
    client
      .connect()
      .then(() => this.#hearAgain(client))
      .catch(() => undefined);
  }

  async #hearAgain(client: Client): Promise<void> {
    for (const [channel, listeners] of this.#channels) {
      for (const heard of listeners) {
        await client.subscribe(channel, heard);
      }
    }
  }

  /** It is not there now, and may be again in a moment. */
  #miss(): void {
    if (this.#wasThere && !this.#isClosed) {
      this.#absence ??= setTimeout(() => {
        this.#isAway = true;
        this.#whenAway.forEach((listener) => listener());
      }, this.#patience.absence).unref();
    }
  }

  #tell(): void {
    clearTimeout(this.#absence);
    this.#absence = undefined;
    this.#isAway = false;
    this.#whenThere.forEach((listener) => listener());
  }

  /** Ids of stream entries that are numbered within what one says came with Redis 7. */
  async #needStreams(): Promise<void> {
    const [, version = '0'] =
      /^redis_version:(\d+[\d.]*)/m.exec(String(await this.send('INFO', 'server'))) ?? [];
    if (Number.parseInt(version, 10) < 7) {
      throw new RetroError(
        'bad-input',
        l10n.t('This is Redis {0}. Redis 7 or a later one is needed.', version),
      );
    }
  }
}

/** Nothing waits in the client: what is sent while there is no connection fails. */
function clientOf(
  url: string,
  connectTimeout: number,
  reconnectStrategy: (tries: number, cause: Error) => number | Error,
) {
  return createClient({ url, disableOfflineQueue: true, socket: { connectTimeout, reconnectStrategy } });
}

/** Whether Redis refused a command: it was not carried out. */
export function isRefusedByRedis(error: unknown): error is Error {
  return error instanceof ErrorReply;
}

/** Says where, without the password that may stand in the address. */
function cannotReach(url: string, cause: unknown): RetroError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new RetroError(
    'cannot-read',
    l10n.t('Redis at {0} cannot be used: {1}', new URL(url).host, reason),
    {
      cause,
    },
  );
}
