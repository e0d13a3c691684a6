import assert from 'node:assert/strict';
import { sinceLastMeeting } from '../../../src/core/board/sinceLastMeeting.ts';

describe('the time since the last meeting', () => {
  it('begins with the day of that meeting, in whatever order meetings are told', () => {
    const days = ['2026-11-06', '2026-11-20', '2026-10-23'];
    assert.deepEqual(sinceLastMeeting(days, '2026-11-26'), { from: '2026-11-20', to: '2026-11-26' });
  });

  it('passes over a meeting that is still to come', () => {
    assert.deepEqual(sinceLastMeeting(['2026-11-20', '2026-12-04'], '2026-11-26')?.from, '2026-11-20');
  });

  it('is one day where there was a meeting today', () => {
    assert.deepEqual(sinceLastMeeting(['2026-11-26'], '2026-11-26'), {
      from: '2026-11-26',
      to: '2026-11-26',
    });
  });

  it('is unknown where there was no meeting', () => {
    assert.equal(sinceLastMeeting([], '2026-11-26'), undefined);
  });
});
