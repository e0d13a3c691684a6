import assert from 'node:assert/strict';
import { disturbedRetro, seenBy, seenOf } from '../support/disturbedRetro.ts';
import type { DisturbedServers } from '../support/disturbedServers.ts';
import { FolderServer } from '../support/folderServer.ts';
import { RedisServers } from '../support/redisServers.ts';

const seed = process.env['RETROLOG_SEED'] ?? '1';

describe('a retro whose servers are killed and whose network is cut', function () {
  this.timeout(170_000);

  async function losesNothing(servers: DisturbedServers, comeBack: number): Promise<void> {
    const size = { people: 12, each: 60, kills: 3, partitions: 4, seed };
    const { guests, intents, board, returns } = await disturbedRetro(size, servers);
    const done = guests.flatMap((guest) => guest.done);
    assert.ok(returns >= comeBack * size.people, `they came back ${returns} times`);
    const times = new Map<string, number>();
    intents.forEach(({ id }) => times.set(id, (times.get(id) ?? 0) + 1));
    assert.deepEqual(
      done.filter((id) => times.get(id) !== 1),
      [],
      'acknowledged, and not in the journal once',
    );
    assert.deepEqual(new Set([...times.values()]), new Set([1]));
    assert.deepEqual(
      guests.flatMap(({ refused }) => [...refused]),
      [],
    );
    assert.equal(done.length, size.people * size.each);
    assert.ok(board.cards.length > 50);
    for (const guest of guests) {
      assert.equal(seenBy(guest), seenOf(board, guest));
    }
    assert.equal(new Set(guests.map(seenBy)).size, 1);
  }

  it('[H110] [H111] ends with all that was acknowledged, once, and with one board for all', () =>
    losesNothing(new FolderServer(), 3));

  it('[H114] does so over Redis as well, where each of two servers is killed, and Redis', async () =>
    losesNothing(await RedisServers.make(), 1));
});
