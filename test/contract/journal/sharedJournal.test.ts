import { RedisJournal } from '../../../src/node/journal/redisJournal.ts';
import { RedisConnection } from '../../../src/node/redis/redisConnection.ts';
import { MemoryStream, MemoryStreamJournal } from '../../support/memoryStream.ts';
import { RedisServer } from '../../support/redisServer.ts';
import { describeSharedJournal } from './sharedJournalContract.ts';

describeSharedJournal('a shared journal in memory', async () => {
  const stream = new MemoryStream();
  return {
    writer: () => Promise.resolve(new MemoryStreamJournal(stream)),
    remove: () => Promise.resolve(),
  };
});

describe('over a real Redis', () => {
  let server: RedisServer;
  let count = 0;
  before(async () => {
    server = await RedisServer.start();
  });
  after(() => server.stop());

  describeSharedJournal('a shared journal', async () => {
    count += 1;
    const name = `room-${count}`;
    const connections: RedisConnection[] = [];
    return {
      writer: async () => {
        const redis = await RedisConnection.open(server.url);
        connections.push(redis);
        return RedisJournal.open(redis, name);
      },
      remove: async () => connections.forEach((redis) => redis.close()),
    };
  });
});
