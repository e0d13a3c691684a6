import type { LiveLog } from '../node/live/liveLog.ts';
import { RedisConnection } from '../node/redis/redisConnection.ts';
import { RedisHome } from '../node/redis/redisHome.ts';
import { redisWarnings } from '../node/redis/redisWarnings.ts';
import type { Shared } from './openShared.ts';

/**
 * Connects with a Redis, and says what of its settings puts boards at risk.
 *
 * @param password for an address without one
 * @param teams whose rooms are kept there, by what `teamOf` calls them
 * @throws RetroError as `RedisConnection.open`
 */
export async function openRedis(
  address: string,
  password: string | undefined,
  teams: readonly string[],
  { log, say }: { readonly log: LiveLog; readonly say: (sentence: string) => void },
): Promise<Shared> {
  const redis = await RedisConnection.open(withPassword(address, password));
  (await redisWarnings(redis)).forEach(say);
  redis.onDidGoAway(() => log('redis-away'));
  redis.onDidConnect(() => log('redis'));
  log('redis');
  return {
    get isAway() {
      return redis.isAway;
    },
    homes: teams.map((team) => new RedisHome(redis, team)),
    close: () => redis.close(),
  };
}

/** Whoever lists the processes of a machine reads their arguments. */
function withPassword(address: string, password: string | undefined): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || password === undefined || url.password !== '') {
    return address;
  }
  url.password = password;
  return url.href;
}
