import assert from 'node:assert/strict';
import type { DeskFacts, DeskWork, Errand } from '../../../src/node/live/roomDesk.ts';
import { RetroError } from '../../../src/core/retroError.ts';
import { newSecret } from '../../../src/node/live/secrets.ts';
import { RedisConnection } from '../../../src/node/redis/redisConnection.ts';
import { RedisDesk } from '../../../src/node/redis/redisDesk.ts';
import { roomKey } from '../../../src/node/redis/roomKey.ts';
import { refuses } from '../files/filesContract.ts';
import { RedisServer } from '../../support/redisServer.ts';
import { untilSo } from '../../support/untilSo.ts';

const facts: DeskFacts = {
  minutes: { state: 'saved', path: '', reason: '' },
  canCommit: false,
  pulse: { state: 'none', round: '', lost: '', answeredBy: [], result: null, path: '', offered: [] },
};

/** Work that says what was asked of it, and is done when it is told to be. */
class SlowWork implements DeskWork {
  readonly facts = facts;
  readonly asked: Errand[] = [];
  readonly told: string[] = [];
  finish: () => void = () => undefined;
  failure: Error | undefined;

  run(errand: Errand): Promise<never> {
    this.asked.push(errand);
    return new Promise((resolve, reject) => {
      this.finish = () => (this.failure ? reject(this.failure) : resolve('done' as never));
    });
  }

  async takeOver(): Promise<void> {
    this.told.push('takeOver');
  }

  giveUp(): void {
    this.told.push('giveUp');
  }

  changed(): void {
    this.told.push('changed');
  }

  forget(): void {
    this.told.push('forget');
  }

  onDidChange(): () => void {
    return () => undefined;
  }

  async flush(): Promise<void> {
    this.told.push('flush');
  }
}

describe('what processes say to each other about the work of a room', () => {
  const patience = { beat: 40, hold: 1500, again: 20, silence: 30_000, keep: 60_000 };
  let server: RedisServer;
  let redis: RedisConnection;
  let name: string;
  let bugs: unknown[];
  const secret = newSecret();
  before(async () => {
    server = await RedisServer.start();
  });
  after(() => server.stop());
  beforeEach(async () => {
    redis = await RedisConnection.open(server.url);
    name = newSecret();
    bugs = [];
  });
  afterEach(() => redis.close());

  const open = (work: DeskWork, over = redis, silence = patience.silence): Promise<RedisDesk> =>
    RedisDesk.open(
      { redis: over, name, secret, work, onBug: (error) => bugs.push(error) },
      { ...patience, silence },
    );

  it('is asked again until it is heard, and done once however often that is', async () => {
    const [work, elsewhere] = [new SlowWork(), new SlowWork()];
    const [here, there] = [await open(work), await open(elsewhere)];
    let said = 0;
    await redis.hear(roomKey(name, 'desk'), () => {
      said += 1;
    });
    const answer = there.run('preview', null);
    await untilSo(() => said > 20);
    work.finish();
    assert.equal(await answer, 'done');
    assert.deepEqual([work.asked, elsewhere.asked], [['preview'], []]);
    await Promise.all([here.close(), there.close()]);
  });

  it('is not done by another one when somebody says again what was meant for one that is gone', async () => {
    const [work, elsewhere] = [new SlowWork(), new SlowWork()];
    const [here, there] = [await open(work), await open(elsewhere)];
    const heard: string[] = [];
    await redis.hear(roomKey(name, 'desk'), (words) => heard.push(words));
    const answer = there.run('keepBoth', null);
    await untilSo(() => work.asked.length === 1);
    work.finish();
    await answer;
    await here.close();
    await untilSo(() => elsewhere.told.includes('takeOver'));
    const before = heard.length;
    for (const words of heard.slice(0, before)) {
      await redis.send('PUBLISH', roomKey(name, 'desk'), words);
    }
    const last = newSecret();
    await redis.send('PUBLISH', roomKey(name, 'desk'), last);
    await untilSo(() => heard.includes(last));
    assert.deepEqual(elsewhere.asked, []);
    await there.close();
  });

  it('lets go of what it holds where another one does the work, and leaves the work to that', async () => {
    const work = new SlowWork();
    const desk = await open(work, redis, 200);
    const far = String(Date.now() + 3_600_000);
    await redis.send('HSET', roomKey(name, 'lease'), 'holder', 'another', 'until', far);
    await untilSo(() => work.told.includes('giveUp'));
    desk.changed('addCard');
    desk.forget('somebody');
    assert.deepEqual(work.told, ['takeOver', 'flush', 'giveUp']);
    await refuses(desk.run('dropPulse', null), 'busy', /does not answer/);
    assert.deepEqual(work.asked, []);
    await desk.close();
  });

  it('says why it could not be done, and nothing of what went wrong in between', async () => {
    const work = new SlowWork();
    const [here, there] = [await open(work), await open(new SlowWork())];
    for (const [failure, code, message] of [
      [new RetroError('changed-meanwhile', 'Somebody else was first.'), 'changed-meanwhile', /was first/],
      [new TypeError('a text of somebody'), 'busy', /^((?!somebody).)*$/],
    ] as const) {
      work.failure = failure;
      const count = work.asked.length;
      const answer = there.run('keepBoth', null);
      await untilSo(() => work.asked.length > count);
      work.finish();
      await refuses(answer, code, message);
    }
    assert.equal(bugs.length, 1);
    await Promise.all([here.close(), there.close()]);
  });

  it('is carried out here, where whoever was asked for it died and nobody else is left', async () => {
    const dying = await RedisConnection.open(server.url);
    const [work, elsewhere] = [new SlowWork(), new SlowWork()];
    const here = await open(work, dying);
    const there = await open(elsewhere);
    const answer = there.run('keepBoth', null);
    await untilSo(() => work.asked.length === 1);
    dying.close();
    await untilSo(() => elsewhere.asked.length === 1);
    elsewhere.finish();
    assert.equal(await answer, 'done');
    assert.deepEqual(elsewhere.told.slice(0, 2), ['takeOver', 'flush']);
    await Promise.all([here.close(), there.close()]);
  });
});
