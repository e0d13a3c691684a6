import { disturbedRetro, seenBy, seenOf } from '../support/disturbedRetro.ts';
import type { DisturbedServers } from '../support/disturbedServers.ts';
import { FolderServer } from '../support/folderServer.ts';
import { RedisServers } from '../support/redisServers.ts';
import { report } from './claim.ts';

const size = { people: 50, each: 2000, kills: 3, partitions: 6, seed: 'a disturbed live retro' };

await hold('one server, which was killed', new FolderServer());
await hold('two servers over one Redis; each of them and Redis were killed', await RedisServers.make());

async function hold(what: string, servers: DisturbedServers): Promise<void> {
  const { guests, intents, board, returns, seconds } = await disturbedRetro(size, servers);
  const done = guests.flatMap((guest) => guest.done);
  const times = new Map<string, number>();
  intents.forEach(({ id }) => times.set(id, (times.get(id) ?? 0) + 1));
  const differs = guests.filter((guest) => seenBy(guest) !== seenOf(board, guest));
  const views = new Set(guests.map(seenBy));
  const asked = size.people * size.each;
  console.log(
    `${size.people} people did ${size.each} things each in ${Math.round(seconds)} s with ${what}: ${size.kills} times; the network was cut ${size.partitions} times; connections were made anew ${returns} times.`,
  );
  report([
    { what: 'asked for and never acknowledged', measured: asked - done.length, most: 0, unit: '' },
    {
      what: 'acknowledged and not in the journal',
      measured: done.filter((id) => !times.has(id)).length,
      most: 0,
      unit: '',
    },
    {
      what: 'done twice',
      measured: [...times.values()].filter((count) => count > 1).length,
      most: 0,
      unit: '',
    },
    { what: 'views that are not the board', measured: differs.length, most: 0, unit: '' },
    { what: 'different views in the end', measured: views.size, most: 1, unit: '' },
  ]);
}
