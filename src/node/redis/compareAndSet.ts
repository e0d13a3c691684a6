import type { RedisConnection } from './redisConnection.ts';

const script = `
  if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[2])
  redis.call('PUBLISH', KEYS[1], '')
  return 1`;

/**
 * Changes a text that several processes change, if it is as it is known to be, and says so on the channel of its name.
 *
 * @param before empty where there is none
 * @returns whether it was changed
 * @throws RedisAway, ErrorReply
 */
export async function compareAndSet(
  redis: RedisConnection,
  key: string,
  before: string,
  after: string,
): Promise<boolean> {
  return (await redis.run(script, [key], [before, after])) === 1;
}
