import * as l10n from '@vscode/l10n';
import { RetroError } from '../retroError.ts';
import { idKey } from '../trends/idKey.ts';
import type { ReportedLog } from './reportOf.ts';

/**
 * Sees to it that no log is in a report twice, as when a repository and a clone of it are given: ids are random, so
 * two logs that share most of them are one.
 *
 * @param places where each of them is, as people know it
 * @throws RetroError `bad-input`
 */
export function refuseSameLog(logs: readonly ReportedLog[], places: readonly string[]): void {
  const ids = logs.map(({ log }) => new Set(log.whole.map(({ id }) => idKey(id))));
  for (const [at, one] of ids.entries()) {
    const twin = ids.findIndex((other, index) => index > at && isSame(one, other));
    if (twin !== -1) {
      throw new RetroError(
        'bad-input',
        l10n.t(
          '{0} and {1} are clones of one log. Give each log once, or everything in it counts twice.',
          places[at] ?? '',
          places[twin] ?? '',
        ),
      );
    }
  }
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const least = Math.min(one.size, other.size);
  const shared = [...one].filter((id) => other.has(id)).length;
  return least > 0 && shared * 2 > least;
}
