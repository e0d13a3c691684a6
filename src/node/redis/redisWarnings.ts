import * as l10n from '@vscode/l10n';
import type { RedisConnection } from './redisConnection.ts';

/**
 * What of the settings of a Redis puts at risk what it has acknowledged, a sentence each. What it does not let itself be
 * asked is not said.
 */
export async function redisWarnings(redis: RedisConnection): Promise<readonly string[]> {
  const [persistence, memory, sync] = await Promise.all([
    redis.send('INFO', 'persistence').then(String, () => ''),
    redis.send('INFO', 'memory').then(String, () => ''),
    redis.send('CONFIG', 'GET', 'appendfsync').then(String, () => ''),
  ]);
  const policy = /^maxmemory_policy:(\S+)/m.exec(memory)?.[1] ?? 'noeviction';
  const warnings: string[] = [];
  if (/^aof_enabled:0/m.test(persistence)) {
    warnings.push(
      l10n.t('Redis keeps nothing on its disk: what people do is gone when it stops. Set “appendonly yes”.'),
    );
  } else if (sync !== '' && !sync.includes('always')) {
    warnings.push(
      l10n.t(
        'Redis is on its disk a moment after it acknowledged something: a power cut can take that. Set “appendfsync always”.',
      ),
    );
  }
  if (policy !== 'noeviction') {
    warnings.push(
      l10n.t(
        'Redis throws boards away when its memory is full (maxmemory-policy {0}). Set “maxmemory-policy noeviction”.',
        policy,
      ),
    );
  }
  return warnings;
}
