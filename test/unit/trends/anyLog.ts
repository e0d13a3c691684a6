import * as fc from 'fast-check';
import { addDays } from '../../../src/core/dates.ts';
import type { Entry } from '../../../src/core/entries/entry.ts';
import { entryKinds, outcomes } from '../../../src/core/entries/kinds.ts';
import { DatedList } from '../../../src/core/trends/datedList.ts';
import type { HistoryFacts } from '../../../src/core/trends/historyFacts.ts';
import { entryOf } from '../../support/entryOf.ts';

/** A Sunday. */
export const end = '2026-06-28';

const daysAgo = fc.integer({ min: 0, max: 420 }).map((days) => addDays(end, -days));
const people = ['ada', 'bo', 'cy', 'di', 'el', 'fay'];
const somebody = fc.subarray(people, { minLength: 1, maxLength: 2 });
const ids = fc.integer({ min: 1, max: 30 }).map((number) => `entry${number}`);

/** Any entry with every key that a figure looks at, whatever its kind. */
const anyEntry: fc.Arbitrary<Entry> = fc
  .record(
    {
      kind: fc.constantFrom(...entryKinds),
      date: daysAgo,
      tags: fc.subarray(['cache', 'deploy', 'tests']),
      links: fc.array(ids, { maxLength: 2 }),
      status: fc.constantFrom('open', 'running', 'done', 'dropped', 'concluded', 'planned'),
      started: daysAgo,
      concluded: daysAgo,
      closed: daysAgo,
      reason: fc.constantFrom('', 'Not needed'),
      outcome: fc.constantFrom(...outcomes),
      people: fc.subarray(['Ada', 'bo@example.org', 'Nobody']),
    },
    { requiredKeys: ['kind', 'date', 'tags', 'links', 'people'] },
  )
  .map((some) => entryOf({ id: 'entry0', testable: some.kind === 'experiment', ...some }));

/** Any entries, each with an id and a path of its own. */
export const anyEntries = fc
  .array(anyEntry, { maxLength: 30 })
  .map((some) =>
    some.map((entry, at): Entry => ({ ...entry, id: `entry${at + 1}`, path: `retro/entries/e${at + 1}.md` })),
  );

/** Any history in which the files of those entries were written. */
export const anyFacts: fc.Arbitrary<HistoryFacts> = fc.record({
  commits: fc
    .array(fc.record({ day: daysAgo, people: somebody, areas: fc.subarray(['shop', 'pay', 'web']) }), {
      maxLength: 60,
    })
    .map((commits) => new DatedList(commits, ({ day }) => day)),
  known: fc.constant(
    new Map([
      ['ada', 'ada'],
      ['bo@example.org', 'bo'],
    ]),
  ),
  files: fc
    .array(
      fc.record({
        people: fc.subarray(people, { maxLength: 2 }),
        days: fc.array(daysAgo, { minLength: 1, maxLength: 2 }),
      }),
      {
        maxLength: 30,
      },
    )
    .map((files) => new Map(files.map((file, at) => [`retro/entries/e${at + 1}.md`, file]))),
  mentions: fc.array(fc.record({ id: ids, day: daysAgo, people: somebody }), { maxLength: 6 }),
  since: fc.constant(''),
});

/** The same history with everyone called something else. */
export function renamed(facts: HistoryFacts, call: (person: string) => string): HistoryFacts {
  const all = (some: readonly string[]): readonly string[] => some.map(call);
  return {
    commits: new DatedList(
      facts.commits.all.map((commit) => ({ ...commit, people: all(commit.people) })),
      ({ day }) => day,
    ),
    known: new Map([...facts.known].map(([name, person]) => [name, call(person)])),
    files: new Map([...facts.files].map(([path, file]) => [path, { ...file, people: all(file.people) }])),
    mentions: facts.mentions.map((mention) => ({ ...mention, people: all(mention.people) })),
    since: facts.since,
  };
}
