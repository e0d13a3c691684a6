import assert from 'node:assert/strict';
import { LocalDoor } from '../../../src/node/live/localDoor.ts';
import type { DoorDecision, RoomDoor } from '../../../src/node/live/roomDoor.ts';
import { RedisConnection } from '../../../src/node/redis/redisConnection.ts';
import { RedisDoor } from '../../../src/node/redis/redisDoor.ts';
import { RedisServer } from '../../support/redisServer.ts';

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}

/** What every door does, at the process where somebody waits and at the one where whoever leads the room is. */
function describeDoor(
  name: string,
  open: () => Promise<{ here: RoomDoor; there: RoomDoor }>,
  beats = true,
): void {
  describe(name, () => {
    let here: RoomDoor;
    let there: RoomDoor;
    let told: DoorDecision[];
    const decided = async (decision: DoorDecision): Promise<void> => void told.push(decision);
    beforeEach(async () => {
      ({ here, there } = await open());
      told = [];
    });
    afterEach(() => Promise.all([here.close(), there.close()]));

    it('shows who waits, longest first, until they are let in', async () => {
      here.ask({ id: 'g1111111', name: 'Gail' }, decided);
      await until(() => there.waiting.length === 1);
      here.ask({ id: 'h1111111', name: 'Hugo' }, decided);
      await until(() => there.waiting.length === 2);
      assert.deepEqual(there.waiting, [
        { id: 'g1111111', name: 'Gail' },
        { id: 'h1111111', name: 'Hugo' },
      ]);
      await there.decide('g1111111', 'admit');
      await until(() => told.length > 0);
      await until(() => there.waiting.length === 1 && here.waiting.length === 1);
      assert.deepEqual(told, ['admit']);
      assert.deepEqual(here.waiting, [{ id: 'h1111111', name: 'Hugo' }]);
    });

    it('turns away, and heeds who decides first', async () => {
      here.ask({ id: 'g1111111', name: 'Gail' }, decided);
      await until(() => there.waiting.length === 1);
      await Promise.all([there.decide('g1111111', 'turnAway'), there.decide('g1111111', 'admit')]);
      await until(() => told.length > 0);
      await until(() => here.waiting.length === 0);
      assert.deepEqual(told, ['turnAway']);
    });

    it('tells of changes, and misses nobody who has left', async () => {
      let changes = 0;
      there.onDidChange(() => {
        changes += 1;
      });
      here.ask({ id: 'g1111111', name: 'Gail' }, decided);
      await until(() => changes === 1 && there.waiting.length === 1);
      here.leave('g1111111');
      await until(() => changes === 2 && there.waiting.length === 0);
      await there.decide('g1111111', 'admit');
      assert.deepEqual(told, []);
    });

    if (!beats) {
      return;
    }

    it('asks again for somebody who could not be let in', async () => {
      const tries: DoorDecision[] = [];
      here.ask({ id: 'g1111111', name: 'Gail' }, async (decision) => {
        tries.push(decision);
        if (tries.length === 1) {
          throw new Error('Not this time.');
        }
      });
      await until(() => there.waiting.length === 1);
      await there.decide('g1111111', 'admit').catch(() => undefined);
      if (tries.length > 0) {
        await there.decide('g1111111', 'admit');
      }
      await until(() => tries.length === 2);
    });
  });
}

describeDoor('the door of a room of one process', async () => {
  const door = new LocalDoor();
  return { here: door, there: door };
});

describe('over a real Redis', () => {
  let server: RedisServer;
  let redis: RedisConnection;
  let count = 0;
  const quick = { beat: 50, forget: 1500 };
  before(async () => {
    server = await RedisServer.start();
    redis = await RedisConnection.open(server.url);
  });
  after(async () => {
    redis.close();
    await server.stop();
  });
  const door = (more = {}): Promise<RedisDoor> =>
    RedisDoor.open(redis, `room-${count}`, { ...quick, ...more });
  beforeEach(() => {
    count += 1;
  });

  describeDoor('the door of a room of two processes', async () => ({
    here: await door(),
    there: await door(),
  }));

  const silent = { beat: 600_000, forget: 600_000 };
  describeDoor(
    'the same door, where nobody looks but who is told',
    async () => ({ here: await door(silent), there: await door(silent) }),
    false,
  );

  it('forgets who waits at a process that died, and who is in there', async () => {
    const other = await RedisConnection.open(server.url);
    const dying = await RedisDoor.open(other, `room-${count}`, quick);
    const living = await door();
    dying.ask({ id: 'g1111111', name: 'Gail' }, async () => undefined);
    dying.setInside(['adaaaaaa']);
    await until(() => living.waiting.length === 1 && living.isElsewhere('adaaaaaa'));
    other.close();
    await until(() => living.waiting.length === 0 && !living.isElsewhere('adaaaaaa'));
    await living.close();
  });

  it('knows who is in at another process, also where they are in here as well', async () => {
    const here = await door();
    const there = await door();
    here.setInside(['adaaaaaa', 'bennnnnn']);
    there.setInside(['adaaaaaa']);
    await until(() => there.isElsewhere('adaaaaaa') && here.isElsewhere('adaaaaaa'));
    assert.ok(there.isElsewhere('bennnnnn'));
    assert.ok(!here.isElsewhere('bennnnnn'));
    there.setInside([]);
    await until(() => !here.isElsewhere('adaaaaaa'));
    assert.ok(there.isElsewhere('adaaaaaa'));
    await Promise.all([here.close(), there.close()]);
    assert.deepEqual(await redis.send('HLEN', `retrolog:{room-${count}}:inside`), 0);
  });

  it('is not taken in by what anybody publishes', async () => {
    const here = await door({ beat: 600_000, forget: 600_000 });
    let told = 0;
    here.ask({ id: 'g1111111', name: 'Gail' }, async () => {
      told += 1;
    });
    await until(() => here.waiting.length === 1);
    await redis.send('PUBLISH', `retrolog:{room-${count}}:waiting`, '{"id":"g1111111","decision":"admit"}');
    await redis.send('PING');
    assert.equal(told, 0);
    await here.close();
  });
});
