import assert from 'node:assert/strict';
import { endedWork } from '../../../src/core/work/endedWork.ts';
import { entryOf } from '../../support/entryOf.ts';

const entries = [
  entryOf({ id: 'open', kind: 'action', status: 'open' }),
  entryOf({ id: 'done', kind: 'action', status: 'done', date: '2026-01-01', closed: '2026-03-02' }),
  entryOf({ id: 'drop', kind: 'action', status: 'dropped', date: '2026-01-01', closed: '2026-03-05' }),
  entryOf({ id: 'wall', kind: 'blocker', status: 'cleared', date: '2026-03-03' }),
  entryOf({ id: 'held', kind: 'action', status: 'held' }),
  entryOf({ id: 'old', kind: 'experiment', status: 'concluded', concluded: '2026-02-01' }),
  entryOf({ id: 'new', kind: 'experiment', status: 'concluded', concluded: '2026-03-01' }),
  entryOf({ id: 'run', kind: 'experiment', status: 'running' }),
];

describe('endedWork', () => {
  const work = endedWork(entries);

  it('puts what was concluded last first', () => {
    assert.deepEqual(
      work.concluded.map(({ id }) => id),
      ['new', 'old'],
    );
  });

  it('takes the date of what names no day of its end, and leaves out what a newer version knows', () => {
    assert.deepEqual(
      work.closed.map(({ id }) => id),
      ['drop', 'wall', 'done'],
    );
  });
});
