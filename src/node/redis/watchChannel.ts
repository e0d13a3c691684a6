import type { RedisConnection } from './redisConnection.ts';

/**
 * Looks at something in Redis whenever it may be another one: when somebody says so on a channel, when the connection is
 * there again, and now and then. What is said is a reason to look and nothing else: anybody may say it, and it may be
 * lost. Returns what ends that.
 *
 * @param every milliseconds
 * @throws RedisAway, ErrorReply
 */
export async function watchChannel(
  redis: RedisConnection,
  channel: string,
  every: number,
  look: (said: string | undefined) => void,
): Promise<() => void> {
  const stopHearing = await redis.hear(channel, look);
  const stopWaiting = redis.onDidConnect(() => look(undefined));
  const timer = setInterval(() => look(undefined), every).unref();
  return () => {
    stopHearing();
    stopWaiting();
    clearInterval(timer);
  };
}
