import type { Entry } from '../entries/entry.ts';
import { idKey } from './idKey.ts';

/** More steps than this to a free place are a sign of ids that were chosen to be slow. */
const mostSteps = 64;

/**
 * The ids, as `idKey` has them, that more than one of some entries has. Hardly any log has one, yet it takes a look
 * at every entry to know, each time that figures are made: a table of numbers does that without keeping anything.
 */
export function repeatedIds(entries: readonly Entry[]): ReadonlySet<string> {
  const repeated = new Set<string>();
  const mask = 2 ** Math.ceil(Math.log2(entries.length * 2 + 2)) - 1;
  const places = new Int32Array(mask + 1);
  for (let at = 0; at < entries.length; at += 1) {
    const id = entries[at]?.id ?? '';
    let place = hashOf(id) & mask;
    let steps = 0;
    for (let other = places[place]; other; other = places[place]) {
      const known = entries[other - 1]?.id ?? '';
      if (known.length === id.length && idKey(known) === idKey(id)) {
        repeated.add(idKey(id));
        break;
      }
      steps += 1;
      if (steps > mostSteps) {
        return repeatedByName(entries);
      }
      place = (place + 1) & mask;
    }
    places[place] ||= at + 1;
  }
  return repeated;
}

function repeatedByName(entries: readonly Entry[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(
    entries.flatMap(({ id }) => {
      const key = idKey(id);
      const known = seen.size;
      return seen.add(key).size === known ? [key] : [];
    }),
  );
}

/** The same for upper and lower case (FNV-1a). */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) {
    hash = Math.imul(hash ^ (id.charCodeAt(at) | 32), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}
