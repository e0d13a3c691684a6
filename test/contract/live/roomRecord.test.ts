import assert from 'node:assert/strict';
import { RoomFile } from '../../../src/node/live/roomFile.ts';
import type { RoomKeeper, RoomRecord } from '../../../src/node/live/roomRecord.ts';
import { newRoomId, newSecret } from '../../../src/node/live/secrets.ts';
import { RedisConnection } from '../../../src/node/redis/redisConnection.ts';
import { RedisRoomRecord } from '../../../src/node/redis/redisRoomRecord.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { RedisServer } from '../../support/redisServer.ts';
import { refuses } from '../files/filesContract.ts';

const fresh: RoomRecord = {
  version: 1,
  room: newRoomId(),
  meeting: 'm33ting0',
  hostToken: newSecret(),
  guestToken: newSecret(),
  admitsUntil: 1_800_000_000_000,
  port: 0,
  locked: false,
  ended: false,
  members: [],
};
const memberOf = (id: string): RoomRecord['members'][number] => ({ id, name: id, secret: 'x', host: false });
const withMember =
  (id: string) =>
  ({ members }: RoomRecord): Partial<RoomRecord> => ({ members: [...members, memberOf(id)] });

/** What keeps every record of a room. */
function describeKeeper(name: string, open: () => Promise<RoomKeeper>): void {
  it(`${name} keeps changes that follow one another`, async () => {
    const keeper = await open();
    assert.deepEqual(keeper.record, fresh);
    await Promise.all([
      keeper.change(withMember('a1111111')),
      keeper.change({ locked: true }),
      keeper.change(withMember('b1111111')),
    ]);
    await keeper.refresh();
    assert.deepEqual(keeper.record, {
      ...fresh,
      locked: true,
      members: [memberOf('a1111111'), memberOf('b1111111')],
    });
    keeper.close();
  });
}

describe('the record of a room', () => {
  let server: RedisServer;
  let redis: RedisConnection;
  let count = 0;
  before(async () => {
    server = await RedisServer.start();
  });
  after(() => server.stop());
  beforeEach(async () => {
    redis = await RedisConnection.open(server.url, { connect: 2000, answer: 1500, retry: 50 });
    count += 1;
  });
  afterEach(() => redis.close());
  const open = (look = 600_000): Promise<RedisRoomRecord> =>
    RedisRoomRecord.open(redis, `room-${count}`, fresh, look);

  describeKeeper('in a file', () => RoomFile.make(new MemoryFiles({}), fresh));
  describeKeeper('in Redis', () => open());

  it('is one for all processes, whoever changes it at the same moment', async () => {
    const first = await open();
    const keepers = [first, await open(), await open()];
    const ids = Array.from({ length: 30 }, (_, at) => `m${String(at).padStart(7, '0')}`);
    await Promise.all(ids.map((id, at) => (keepers[at % 3] ?? first).change(withMember(id))));
    await Promise.all(keepers.map((keeper) => keeper.refresh()));
    for (const { record } of keepers) {
      assert.deepEqual(record.members.map(({ id }) => id).toSorted(), ids);
      assert.deepEqual(record, first.record);
    }
    keepers.forEach((keeper) => keeper.close());
  });

  it('tells what others changed, and what it was before', async () => {
    const [one, other] = [await open(), await open()];
    const told = new Promise<RoomRecord>((resolve) => {
      other.onDidChange(resolve);
    });
    await one.change({ ended: true });
    assert.equal((await told).ended, false);
    assert.equal(other.record.ended, true);
    one.close();
    other.close();
  });

  it('is kept once where Redis is killed at that moment, and put there again where it was lost', async () => {
    const one = await open();
    await server.kill();
    const changed = one.change(withMember('a1111111'));
    await server.startAgain();
    await changed;
    assert.deepEqual(one.record.members, [memberOf('a1111111')]);
    await redis.send('FLUSHALL');
    await one.refresh();
    const other = await open();
    assert.deepEqual(other.record, one.record);
    one.close();
    other.close();
  });

  it('is let go a month after the room is over, with its board, and not before', async () => {
    const one = await open();
    const [room, journal] = [`retrolog:{room-${count}}:room`, `retrolog:{room-${count}}:journal`];
    await redis.send('SET', journal, 'a board');
    await one.change({ locked: true });
    assert.deepEqual([await redis.send('TTL', room), await redis.send('TTL', journal)], [-1, -1]);
    await one.change({ ended: true });
    for (const key of [room, journal]) {
      const days = Number(await redis.send('TTL', key)) / 86_400;
      assert.ok(days > 29 && days <= 30, `${key}: ${days}`);
    }
    one.close();
  });

  it('is left as it is where a newer version wrote it', async () => {
    const one = await open();
    await redis.send('SET', `retrolog:{room-${count}}:room`, '{"version":2}');
    await refuses(one.change({ locked: true }), 'cannot-read', /Update this server/);
    await refuses(open(), 'cannot-read', /Update this server/);
    assert.equal(await redis.send('GET', `retrolog:{room-${count}}:room`), '{"version":2}');
    one.close();
  });
});
