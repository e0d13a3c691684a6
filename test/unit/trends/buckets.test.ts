import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { addDays } from '../../../src/core/dates.ts';
import { bucketLengths, bucketsOf, bucketStart } from '../../../src/core/trends/buckets.ts';
import { dayReader } from '../../../src/core/trends/teamDay.ts';
import { daysBetween, daysUpTo, windowBefore } from '../../../src/core/trends/windows.ts';

const dates = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1970-01-01', days));

describe('buckets of time', () => {
  it('are ISO weeks from the one with the first day to the one with the last', () => {
    assert.deepEqual(bucketsOf({ from: '2026-01-01', to: '2026-01-12' }, 'week'), [
      { from: '2025-12-29', to: '2026-01-04' },
      { from: '2026-01-05', to: '2026-01-11' },
      { from: '2026-01-12', to: '2026-01-18' },
    ]);
  });

  it('are months and quarters of the calendar, leap years too', () => {
    assert.deepEqual(
      bucketsOf({ from: '2027-12-31', to: '2028-02-01' }, 'month').map(({ to }) => to),
      ['2027-12-31', '2028-01-31', '2028-02-29'],
    );
    assert.deepEqual(bucketsOf({ from: '2026-11-23', to: '2027-01-01' }, 'quarter'), [
      { from: '2026-10-01', to: '2026-12-31' },
      { from: '2027-01-01', to: '2027-03-31' },
    ]);
  });

  it('cover every day once', () => {
    fc.assert(
      fc.property(dates, fc.nat(800), fc.constantFrom(...bucketLengths), (from, days, every) => {
        const to = addDays(from, days);
        const buckets = bucketsOf({ from, to }, every);
        const [first, last] = [buckets[0], buckets.at(-1)];
        assert.ok(
          first && last && first.from <= from && from <= first.to && last.from <= to && to <= last.to,
        );
        for (const [at, bucket] of buckets.entries()) {
          assert.ok(at === 0 || bucket.from === addDays(buckets[at - 1]?.to ?? '', 1));
          assert.equal(bucketStart(bucket.from, every), bucket.from);
          assert.equal(bucketStart(bucket.to, every), bucket.from);
        }
      }),
    );
  });
});

describe('windows', () => {
  it('count both ends, and the one before ends the day before', () => {
    assert.deepEqual(daysUpTo('2026-03-01', 28), { from: '2026-02-02', to: '2026-03-01' });
    assert.deepEqual(windowBefore({ from: '2026-02-02', to: '2026-03-01' }), {
      from: '2026-01-05',
      to: '2026-02-01',
    });
    assert.equal(daysBetween('2026-03-01', '2026-02-01'), -28);
  });
});

describe('the day of a commit', () => {
  it('is that of the team’s clock, through the change to summer time and half-hour zones', () => {
    const seconds = (time: string): number => Date.parse(time) / 1000;
    const [london, kolkata] = [dayReader('Europe/London'), dayReader('Asia/Kolkata')];
    assert.equal(london(seconds('2026-07-01T23:30:00Z')), '2026-07-02');
    assert.equal(london(seconds('2026-12-01T23:30:00Z')), '2026-12-01');
    assert.equal(kolkata(seconds('2026-12-01T18:29:59Z')), '2026-12-01');
    assert.equal(kolkata(seconds('2026-12-01T18:30:00Z')), '2026-12-02');
  });

  it('is the same for every second of it, whichever was asked first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10 ** 8, max: 2 * 10 ** 9 }), (seconds) => {
        const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Australia/Adelaide' }).format(
          seconds * 1000,
        );
        assert.equal(dayReader('Australia/Adelaide')(seconds), day);
      }),
      { numRuns: 50 },
    );
  });
});
