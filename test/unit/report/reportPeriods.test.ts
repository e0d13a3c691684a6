import assert from 'node:assert/strict';
import { reportPeriods } from '../../../src/core/report/reportPeriods.ts';

describe('the spans that reports are asked for', () => {
  it('end today, both ends counted, or with the quarter before', () => {
    assert.deepEqual(reportPeriods('2026-11-26'), {
      thirteenWeeks: { from: '2026-08-28', to: '2026-11-26' },
      twentySixWeeks: { from: '2026-05-29', to: '2026-11-26' },
      quarterSoFar: { from: '2026-10-01', to: '2026-11-26' },
      quarterBefore: { from: '2026-07-01', to: '2026-09-30' },
    });
  });

  it('go over the end of a year, and have a quarter of one day', () => {
    const { quarterSoFar, quarterBefore } = reportPeriods('2027-01-01');
    assert.deepEqual(quarterSoFar, { from: '2027-01-01', to: '2027-01-01' });
    assert.deepEqual(quarterBefore, { from: '2026-10-01', to: '2026-12-31' });
  });
});
