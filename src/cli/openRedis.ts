import type { LiveLog } from '../node/live/liveLog.ts';
import type { RoomHome } from '../node/live/roomHome.ts';
import { RedisConnection } from '../node/redis/redisConnection.ts';
import { RedisHome } from '../node/redis/redisHome.ts';
import { redisWarnings } from '../node/redis/redisWarnings.ts';

/** The Redis that several processes keep rooms in. */
export interface SharedRooms {
  /** Whether it cannot be reached, for longer than a moment. */
  readonly isAway: boolean;
  /** Where the rooms of a team are kept, by what `teamOf` calls it. */
  homeOf(team: string): RoomHome;
  close(): void;
}

/**
 * Connects with a Redis, and says what of its settings puts boards at risk.
 *
 * @param password for an address without one
 * @throws RetroError as `RedisConnection.open`
 */
export async function openRedis(
  address: string,
  password: string | undefined,
  { log, say }: { readonly log: LiveLog; readonly say: (sentence: string) => void },
): Promise<SharedRooms> {
  const redis = await RedisConnection.open(withPassword(address, password));
  (await redisWarnings(redis)).forEach(say);
  redis.onDidGoAway(() => log('redis-away'));
  redis.onDidConnect(() => log('redis'));
  log('redis');
  return {
    get isAway() {
      return redis.isAway;
    },
    homeOf: (team) => new RedisHome(redis, team),
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
