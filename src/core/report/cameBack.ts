import { displayText } from '../entries/displayText.ts';
import { idKey } from '../trends/idKey.ts';
import type { Timeline } from '../trends/timeline.ts';
import type { Recurrence } from '../trends/trends.ts';
import { entriesById } from './linkedEntries.ts';
import { linkTo, listedAs } from './listed.ts';
import type { CameBack, Listed } from './report.ts';

/** What came back, with the failures in which it did: what came back last is first. */
export function cameBack({ items }: Recurrence, log: Timeline): Listed<CameBack> {
  const byId = log.kept(entriesById);
  const found = items.flatMap(({ id, failures, shared }) => {
    const entry = byId.get(idKey(id));
    const later = failures.flatMap((failure) => byId.get(idKey(failure)) ?? []);
    return entry === undefined ? [] : [{ entry, later, shared, last: later.at(-1)?.date ?? '' }];
  });
  return listedAs(
    found.toSorted((a, b) =>
      a.last === b.last ? (a.entry.id < b.entry.id ? -1 : 1) : a.last < b.last ? 1 : -1,
    ),
    ({ entry, later, shared }) => ({
      entry: linkTo(entry),
      failures: later.map(linkTo),
      shared: shared.map((trait) => displayText(trait)),
    }),
  );
}
