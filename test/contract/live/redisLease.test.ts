import assert from 'node:assert/strict';
import { RedisConnection } from '../../../src/node/redis/redisConnection.ts';
import { RedisLease } from '../../../src/node/redis/redisLease.ts';
import { RedisServer } from '../../support/redisServer.ts';
import { untilSo } from '../../support/untilSo.ts';

describe('what one process of several does at a time', () => {
  const quick = { beat: 30, hold: 1500 };
  let server: RedisServer;
  let redis: RedisConnection;
  let count = 0;
  beforeEach(async () => {
    server = await RedisServer.start();
    redis = await RedisConnection.open(server.url, { connect: 2000, answer: 1500, retry: 50 });
    count += 1;
  });
  afterEach(async () => {
    redis.close();
    await server.stop();
  });
  const lease = (
    told: (what: 'taken' | 'lost') => void = () => undefined,
    over = redis,
  ): Promise<RedisLease> =>
    RedisLease.open(over, `room-${count}`, { taken: () => told('taken'), lost: () => told('lost') }, quick);
  it('is held by the first, and by the next when that one gives it up', async () => {
    let taken = 0;
    const one = await lease();
    const other = await lease((what) => {
      taken += what === 'taken' ? 1 : 0;
    });
    assert.deepEqual([one.isMine, other.isMine, taken], [true, false, 0]);
    await one.close();
    assert.ok(!one.isMine);
    await untilSo(() => other.isMine);
    assert.equal(taken, 1);
    await other.close();
  });

  it('is free after a while where who held it died, and never held by two', async () => {
    const dying = await RedisConnection.open(server.url);
    const one = await lease(undefined, dying);
    const other = await lease();
    dying.close();
    await untilSo(() => {
      assert.ok(!(one.isMine && other.isMine));
      return other.isMine;
    });
    assert.ok(!one.isMine);
    await Promise.all([one.close(), other.close()]);
  });

  it('is given up by who cannot reach Redis, and taken again by one of them', async () => {
    const [one, other] = [await lease(), await lease()];
    await server.kill();
    await untilSo(() => !one.isMine && !other.isMine);
    await server.startAgain();
    await untilSo(() => one.isMine !== other.isMine);
    await Promise.all([one.close(), other.close()]);
  });

  it('is gone on with by who had it last, unless another one had it in between', async () => {
    const told: string[] = [];
    const one = await lease((what) => told.push(what));
    await server.kill();
    await untilSo(() => !one.isMine);
    await server.startAgain();
    await untilSo(() => one.isMine);
    assert.deepEqual(told, ['taken']);
    // Another one had it and died.
    await redis.send('HSET', `retrolog:{room-${count}}:lease`, 'holder', 'another', 'until', '1');
    await untilSo(() => told.length === 3);
    assert.deepEqual(told, ['taken', 'lost', 'taken']);
    await one.close();
  });
});
