import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { addDays } from '../../../src/core/dates.ts';
import { endOfDay } from '../../../src/core/review/endOfDay.ts';
import { dayReader } from '../../../src/core/trends/teamDay.ts';

const zones = [
  'UTC',
  'Europe/London',
  'America/St_Johns',
  'Pacific/Kiritimati',
  'Pacific/Niue',
  'Asia/Kathmandu',
];

describe('endOfDay', () => {
  it('is the second before midnight in the zone, on days of 23 and 25 hours too', () => {
    assert.equal(endOfDay('2026-03-04', 'UTC'), Date.UTC(2026, 2, 5) / 1000 - 1);
    assert.equal(endOfDay('2026-03-29', 'Europe/London'), Date.UTC(2026, 2, 29, 23) / 1000 - 1);
    assert.equal(endOfDay('2026-10-25', 'Europe/London'), Date.UTC(2026, 9, 26) / 1000 - 1);
  });

  it('is the last second that the day has, in every zone', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1975-01-01', days));
    fc.assert(
      fc.property(day, fc.constantFrom(...zones), (date, zone) => {
        const dayAt = dayReader(zone);
        const end = endOfDay(date, zone);
        assert.ok(dayAt(end) <= date && dayAt(end + 1) > date, `${date} ${zone} ${end}`);
      }),
      { numRuns: 200 },
    );
  });
});
