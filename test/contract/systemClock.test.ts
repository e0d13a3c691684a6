import assert from 'node:assert/strict';
import { RetroError } from '../../src/core/retroError.ts';
import { dayIn, systemClock } from '../../src/node/systemClock.ts';

describe('the clock of the system', () => {
  for (const [moment, zone, day] of [
    ['2026-11-23T12:00:00Z', 'UTC', '2026-11-23'],
    ['2026-11-23T10:00:00Z', 'Pacific/Kiritimati', '2026-11-24'],
    ['2026-11-23T09:59:59.999Z', 'Pacific/Kiritimati', '2026-11-23'],
    ['2026-11-23T11:00:00Z', 'Pacific/Pago_Pago', '2026-11-23'],
    ['2026-11-23T10:59:59.999Z', 'Pacific/Pago_Pago', '2026-11-22'],
    ['2026-03-29T00:59:59Z', 'Europe/London', '2026-03-29'],
    ['2026-03-29T22:59:59Z', 'Europe/London', '2026-03-29'],
    ['2026-03-29T23:00:00Z', 'Europe/London', '2026-03-30'],
    ['2026-10-25T23:30:00Z', 'Europe/London', '2026-10-25'],
    ['2016-12-31T23:59:59.999Z', 'UTC', '2016-12-31'],
    ['1970-01-01T00:00:00Z', 'UTC', '1970-01-01'],
    ['1970-01-01T00:00:00Z', 'America/New_York', '1969-12-31'],
    ['2038-01-19T03:14:08Z', 'UTC', '2038-01-19'],
    ['2024-02-29T12:00:00Z', 'Asia/Kathmandu', '2024-02-29'],
  ] as const) {
    it(`knows that ${moment} is on ${day} in ${zone} [C63]`, () => {
      assert.equal(dayIn(Date.parse(moment), zone), day);
    });
  }

  it('writes today as an ISO date, in the zone of the machine unless told otherwise', () => {
    const local = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    assert.match(systemClock.today(), /^\d{4}-\d{2}-\d{2}$/);
    const now = systemClock.now();
    assert.equal(dayIn(now), dayIn(now, local));
  });

  for (const zone of ['', 'Atlantis', 'Europe/Londres', 'UTC; rm -rf /']) {
    it(`refuses the time zone ${JSON.stringify(zone)} [C63]`, () => {
      const isRefusal = (error: unknown): boolean =>
        error instanceof RetroError && error.code === 'bad-input';
      assert.throws(() => systemClock.today(zone), isRefusal);
    });
  }
});
