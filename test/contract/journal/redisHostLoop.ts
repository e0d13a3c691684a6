import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { BoardHost } from '../../../src/core/board/boardHost.ts';
import { cryptoIds } from '../../../src/node/cryptoIds.ts';
import { RedisJournal } from '../../../src/node/journal/redisJournal.ts';
import { RedisConnection } from '../../../src/node/redis/redisConnection.ts';
import { systemClock } from '../../../src/node/systemClock.ts';

/*
 * A program that is the host of a board which others are hosts of as well: it writes cards, three at a time, until it is
 * killed or its channel is closed, and says the id of each on stdout once it is acknowledged. Arguments: the address of
 * Redis, the name of the journal, who writes, and the first letter of the ids.
 */
const [url = '', name = '', participant = '', letter = 'a'] = process.argv.slice(2);
const redis = await RedisConnection.open(url);
const journal = await RedisJournal.open(redis, name);
const host = await BoardHost.open({ journal, clock: systemClock, ids: cryptoIds });

async function write(number: number): Promise<void> {
  const card = `${letter}${String(number).padStart(7, '0')}`;
  const deed = { type: 'addCard', card, column: 'column-1', text: card } as const;
  const refused = await host.take({ id: cryptoIds.newId(), deed }, participant);
  writeSync(1, refused === undefined ? `${card}\n` : `${refused.code}\n`);
}

// A board takes 2,000 cards: whoever waits for the slower one of two must not find it full.
for (let number = 1; process.connected; number += 3) {
  await Promise.all([write(number), write(number + 1), write(number + 2), wait(20)]);
}
await host.close();
redis.close();
