import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { addDays } from '../../../src/core/dates.ts';
import type { Entry } from '../../../src/core/entries/entry.ts';
import { DatedList } from '../../../src/core/trends/datedList.ts';
import type { HistoryFacts } from '../../../src/core/trends/historyFacts.ts';
import type { Bucket, Trends } from '../../../src/core/trends/trends.ts';
import { type TrendsInput, trendsOf } from '../../../src/core/trends/trendsOf.ts';
import { bucketLengths } from '../../../src/core/trends/buckets.ts';
import { daysUpTo } from '../../../src/core/trends/windows.ts';
import { entryOf } from '../../support/entryOf.ts';
import { anyEntries, anyFacts, end, renamed } from './anyLog.ts';

const people = ['ada', 'bo', 'cy', 'di', 'el', 'fay'];

function trends(entries: readonly Entry[], facts: HistoryFacts, more: Partial<TrendsInput> = {}): Trends {
  const window = daysUpTo(end, 182);
  const history = { state: 'ok', facts } as const;
  return trendsOf({ entries, pages: [], problems: [], history, window, every: 'week', ...more });
}

/** All numbers of some buckets, added up. */
function total(buckets: readonly Bucket[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { entries, experiments, actions } of buckets) {
    for (const [name, count] of Object.entries({ ...entries, ...experiments, ...actions })) {
      sums[name] = (sums[name] ?? 0) + count;
    }
  }
  return sums;
}

describe('the figures of any log', function () {
  this.timeout(30_000);

  it('do not depend on the order of entries, commits and meetings', () => {
    fc.assert(
      fc.property(anyEntries, anyFacts, (entries, facts) => {
        const turned = {
          ...facts,
          commits: new DatedList(facts.commits.all.toReversed(), ({ day }) => day),
          mentions: facts.mentions.toReversed(),
          files: new Map([...facts.files].toReversed()),
        };
        assert.deepEqual(trends(entries.toReversed(), turned), trends(entries, facts));
      }),
    );
  });

  it('do not depend on the machine’s time zone and language', () => {
    const before = [process.env.TZ, process.env.LC_ALL];
    try {
      fc.assert(
        fc.property(anyEntries, anyFacts, (entries, facts) => {
          process.env.TZ = 'Pacific/Kiritimati';
          process.env.LC_ALL = 'tr_TR.UTF-8';
          const there = trends(entries, facts);
          process.env.TZ = 'Pacific/Pago_Pago';
          assert.deepEqual(trends(entries, facts), there);
        }),
        { numRuns: 50 },
      );
    } finally {
      for (const [at, name] of ['TZ', 'LC_ALL'].entries()) {
        if (before[at] === undefined) {
          delete process.env[name];
        } else {
          process.env[name] = before[at];
        }
      }
    }
  });

  it('do not change with who is who', () => {
    fc.assert(
      fc.property(
        anyEntries,
        anyFacts,
        fc.shuffledSubarray(people, { minLength: 6 }),
        (entries, facts, others) => {
          const call = (person: string): string => others[people.indexOf(person)] ?? person;
          assert.deepEqual(trends(entries, renamed(facts, call)), trends(entries, facts));
        },
      ),
    );
  });

  it('never name anybody', () => {
    fc.assert(
      fc.property(anyEntries, anyFacts, (entries, facts) => {
        const marked = renamed(facts, (person) => `marked-${person}`);
        assert.ok(!JSON.stringify(trends(entries, marked)).includes('marked-'));
      }),
    );
  });

  it('do not change with an entry after the end, or before all windows', () => {
    const dates = fc.constantFrom(addDays(end, 1), addDays(end, 400), addDays(end, -600));
    const kinds = fc.constantFrom('win', 'failure', 'learning', 'experiment', 'action', 'kudos');
    fc.assert(
      fc.property(anyEntries, anyFacts, dates, kinds, fc.nat(30), (entries, facts, date, kind, linked) => {
        const status = kind === 'experiment' ? 'concluded' : kind === 'action' ? 'done' : undefined;
        const links = date > end ? [`entry${linked}`] : [];
        const outside = entryOf({
          ...{ id: 'outside', kind, date, links, path: 'retro/entries/outside.md', testable: true },
          ...{ started: date, concluded: date, closed: date, outcome: 'validated' },
          ...(status === undefined ? {} : { status }),
        });
        assert.deepEqual(trends([...entries, outside], facts), trends(entries, facts));
      }),
    );
  });

  it('agree between a span and its two parts, and between weeks, months and quarters', () => {
    fc.assert(
      fc.property(anyEntries, anyFacts, fc.integer({ min: 1, max: 180 }), (entries, facts, days) => {
        const whole = daysUpTo(end, 182);
        const middle = addDays(whole.from, days);
        const parts = [
          { from: whole.from, to: addDays(middle, -1) },
          { from: middle, to: whole.to },
        ].flatMap((window) => trends(entries, facts, { window }).buckets);
        const sums = bucketLengths.map((every) => total(trends(entries, facts, { every }).buckets));
        assert.deepEqual(total(parts), sums[0]);
        assert.deepEqual(sums[1], sums[0]);
        assert.deepEqual(sums[2], sums[0]);
      }),
    );
  });

  it('compare with what the figure was then: the count before is the count of 28 days ago', () => {
    fc.assert(
      fc.property(anyEntries, anyFacts, (entries, facts) => {
        const now = trends(entries, facts).indicators;
        const then = trends(entries, facts, { window: daysUpTo(addDays(end, -28), 182) }).indicators;
        for (const name of ['experimentationRate', 'learningRate', 'recognition'] as const) {
          assert.equal(now[name].previous, then[name].value);
        }
        const quarter = trends(entries, facts, { window: daysUpTo(addDays(end, -91), 182) }).indicators;
        for (const name of ['surpriseShare', 'learningYield', 'followThrough'] as const) {
          assert.deepEqual(now[name].previous, { k: quarter[name].k, n: quarter[name].n });
        }
      }),
    );
  });

  it('never count more than there are', () => {
    fc.assert(
      fc.property(anyEntries, anyFacts, (entries, facts) => {
        for (const figure of Object.values(trends(entries, facts).indicators)) {
          const {
            k = 0,
            n = 0,
            interval = null,
          } = figure as { k?: number; n?: number; interval?: readonly number[] };
          assert.ok(typeof n !== 'number' || k <= n);
          assert.ok(interval === null || (interval[0] ?? 0) <= (interval[1] ?? 0));
        }
      }),
    );
  });
});
