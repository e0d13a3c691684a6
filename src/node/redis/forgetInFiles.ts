import { setTimeout as wait } from 'node:timers/promises';
import { isRefusedByRedis, type RedisConnection } from './redisConnection.ts';

/** Milliseconds between two tries while Redis is at it for another reason, and how many there are. */
const pause = 500;
const mostTries = 120;

/**
 * Asks Redis to write its append-only file anew, so that what is not in its memory any more is not in that file either.
 * Where it has none, or does not let itself be asked, nothing is done: then whoever runs it decides how long it is kept.
 */
export async function forgetInFiles(redis: RedisConnection): Promise<void> {
  try {
    const persistence = String(await redis.send('INFO', 'persistence'));
    for (let tries = 0; /^aof_enabled:1/m.test(persistence) && tries < mostTries; tries += 1) {
      if (await isAsked(redis)) {
        return;
      }
      await wait(pause, undefined, { ref: false });
    }
  } catch {
    // It is away, or forbids it.
  }
}

/** One that began before may have read what is to be forgotten. */
async function isAsked(redis: RedisConnection): Promise<boolean> {
  try {
    await redis.send('BGREWRITEAOF');
    return true;
  } catch (error) {
    if (isRefusedByRedis(error) && error.message.includes('in progress')) {
      return false;
    }
    throw error;
  }
}
