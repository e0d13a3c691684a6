import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { RedisJournal } from '../../../src/node/journal/redisJournal.ts';
import { RedisConnection } from '../../../src/node/redis/redisConnection.ts';
import { RedisServer } from '../../support/redisServer.ts';
import { ada, ben, startOf } from '../../unit/board/boards.ts';
import { hostOn, textsOf, wishOf } from './sharedJournalContract.ts';

const program = fileURLToPath(new URL('./redisHostLoop.js', import.meta.url));
const enough = process.env['RETROLOG_LONG'] === '1' ? 180 : 60;

/** A process that writes on a board over Redis, and what it said was done. */
class Writer {
  readonly child: ChildProcess;
  readonly #gone: Promise<unknown>;
  #said = '';

  constructor(...args: readonly string[]) {
    this.child = fork(program, args, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    this.#gone = once(this.child, 'exit');
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#said += text;
    });
  }

  get acknowledged(): readonly string[] {
    return this.#said.split('\n').slice(0, -1);
  }

  /** Resolves when it said so many more. */
  async says(more: number): Promise<void> {
    const enough = this.acknowledged.length + more;
    while (this.acknowledged.length < enough) {
      assert.ok(this.child.exitCode === null, 'the writer ended by itself');
      await new Promise((resolve) => {
        setTimeout(resolve, 5);
      });
    }
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.#gone;
  }

  async end(): Promise<void> {
    this.child.disconnect();
    await this.#gone;
    assert.equal(this.child.exitCode, 0);
  }
}

describe('two processes on one board over Redis', function () {
  this.timeout(120_000);
  let server: RedisServer;
  let redis: RedisConnection;
  beforeEach(async () => {
    server = await RedisServer.start();
    redis = await RedisConnection.open(server.url);
    const host = await hostOn(await RedisJournal.open(redis, 'room'));
    await host.take(wishOf(startOf()), ada);
    await host.take(wishOf({ type: 'join', name: 'Ben' }), ben);
    await host.close();
  });
  afterEach(async () => {
    redis.close();
    await server.stop();
  });

  const holdsAll = async (writers: readonly Writer[]): Promise<void> => {
    const host = await hostOn(await RedisJournal.open(redis, 'room'));
    const written = textsOf(host.board);
    const acknowledged = writers.flatMap((each) => each.acknowledged);
    assert.equal(new Set(written).size, written.length, 'something was done twice');
    assert.deepEqual(
      acknowledged.filter((card) => !written.includes(card)),
      [],
    );
    // Three at a time are on their way when a writer is killed.
    assert.ok(written.length <= acknowledged.length + 3 * writers.length);
    await host.close();
  };

  it('lose nothing that was acknowledged when one of them is killed, and the other goes on', async () => {
    const one = new Writer(server.url, 'room', ada, 'a');
    const other = new Writer(server.url, 'room', ben, 'b');
    await Promise.all([one.says(enough), other.says(enough)]);
    await one.kill();
    await other.says(enough);
    const next = new Writer(server.url, 'room', ada, 'c');
    await Promise.all([next.says(enough), other.says(enough)]);
    await Promise.all([next.end(), other.end()]);
    await holdsAll([one, other, next]);
  });

  it('lose nothing that was acknowledged when Redis is killed under them again and again', async () => {
    const one = new Writer(server.url, 'room', ada, 'a');
    const other = new Writer(server.url, 'room', ben, 'b');
    for (let kill = 0; kill < 3; kill += 1) {
      await Promise.all([one.says(enough), other.says(enough)]);
      await server.kill();
      await server.startAgain();
    }
    await Promise.all([one.says(enough), other.says(enough)]);
    await Promise.all([one.end(), other.end()]);
    await holdsAll([one, other]);
  });
});
