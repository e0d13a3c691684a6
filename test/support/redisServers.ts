import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Board } from '../../src/core/board/board.ts';
import { boardOf } from '../../src/core/board/boardHost.ts';
import type { Intent } from '../../src/core/board/intent.ts';
import { RedisJournal } from '../../src/node/journal/redisJournal.ts';
import { RedisConnection } from '../../src/node/redis/redisConnection.ts';
import type { DisturbedServers } from './disturbedServers.ts';
import { GitRepository } from './gitRepository.ts';
import { RedisServer } from './redisServer.ts';
import { Served } from './served.ts';

/** Two servers over one Redis, each with a clone of its own. They are killed in turn with Redis itself. */
export class RedisServers implements DisturbedServers {
  readonly #redis: RedisServer;
  readonly #repository = new GitRepository();
  readonly #clone: string;
  #origin = '';
  #served: Served[] = [];
  #kills = 0;

  private constructor(redis: RedisServer) {
    this.#redis = redis;
    this.#repository.write('retro/retro.yml', '');
    this.#repository.commit('Begin');
    this.#clone = join(this.#repository.base, 'clone');
    this.#repository.git('clone', '--quiet', '.', this.#clone);
  }

  static async make(): Promise<RedisServers> {
    return new RedisServers(await RedisServer.start());
  }

  async start(origin: string): Promise<void> {
    this.#origin = origin;
    this.#served = [await this.#serve(0), await this.#serve(1)];
  }

  get hostLink(): string {
    return this.#served[0]?.hostLink ?? '';
  }

  get guestLink(): string {
    return this.#served[0]?.guestLink ?? '';
  }

  get ports(): readonly number[] {
    return this.#served.map(({ port }) => port);
  }

  async kill(): Promise<void> {
    const at = this.#kills % 3;
    this.#kills += 1;
    if (at === 2) {
      await this.#redis.kill();
      await this.#redis.startAgain();
      return;
    }
    const [dying] = this.#served.splice(at, 1);
    dying?.kill();
    await dying?.ended;
    // The others go on without it.
    await wait(300);
    this.#served.splice(at, 0, await this.#serve(at));
  }

  intents(): readonly Intent[] {
    return this.#redis.commands
      .filter(([name = '', key = '']) => name.toUpperCase() === 'XADD' && key.includes(':journal'))
      .flatMap((command) =>
        command.at(-2) === 'intent' ? [JSON.parse(command.at(-1) ?? '') as Intent] : [],
      );
  }

  async board(): Promise<Board> {
    const redis = await RedisConnection.open(this.#redis.url);
    const [key = ''] = (await redis.send('KEYS', '*:journal')) as readonly string[];
    const journal = await RedisJournal.open(redis, /\{(.*)\}/.exec(key)?.[1] ?? '');
    const board = boardOf(await journal.read());
    await journal.close();
    redis.close();
    return board;
  }

  async close(): Promise<void> {
    await Promise.all(this.#served.map((served) => served.stop()));
    await this.#redis.stop();
    this.#repository.remove();
  }

  #serve(at: number): Promise<Served> {
    const { environment, folder } = this.#repository;
    const place = { environment, folder: at === 0 ? folder : this.#clone };
    return Served.start(place, '--origin', this.#origin, '--redis', this.#redis.url);
  }
}
