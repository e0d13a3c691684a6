import * as l10n from '@vscode/l10n';
import { RetroError } from '../core/retroError.ts';
import type { LiveLog } from '../node/live/liveLog.ts';
import type { RoomHome } from '../node/live/roomHome.ts';
import type * as redisModule from './openRedis.ts';
import { teamOf } from './teamOf.ts';
import type { Workplace } from './workplace.ts';

/** Where rooms are kept that other processes serve too. */
export interface Shared {
  /** Whether it cannot be reached, for longer than a moment. */
  readonly isAway: boolean;
  /** Of each log, in their order. */
  readonly homes: readonly RoomHome[];
  close(): void;
}

/**
 * Opens the Redis that the rooms of some logs are kept in, if they are.
 *
 * @throws RetroError `bad-input` where two clones are of one log, `not-found` where this copy of Retrolog comes without
 * it; as `teamOf` and `openRedis`
 */
export async function openShared(
  places: readonly Workplace[],
  address: string | undefined,
  tell: { readonly log: LiveLog; readonly say: (sentence: string) => void },
): Promise<Shared | undefined> {
  if (address === undefined) {
    return undefined;
  }
  const teams: string[] = [];
  for (const place of places) {
    const team = await teamOf(place);
    const twin = places[teams.indexOf(team)];
    if (twin !== undefined) {
      throw new RetroError(
        'bad-input',
        l10n.t('{0} and {1} are clones of one repository. Give one of them.', twin.root, place.root),
      );
    }
    teams.push(team);
  }
  const { openRedis } = await loadRedis();
  return openRedis(address, places[0]?.environment['REDISCLI_AUTH'], teams, tell);
}

type RedisModule = typeof redisModule;

/** It is left out of the package of the extension, which nobody serves many teams from. */
async function loadRedis(): Promise<RedisModule> {
  try {
    return await import('./openRedis.ts');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') {
      throw cause;
    }
    throw new RetroError(
      'not-found',
      l10n.t(
        'The copy of Retrolog that comes with the extension has no Redis in it. Build it from its repository to serve with --redis.',
      ),
      { cause },
    );
  }
}
