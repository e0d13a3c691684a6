import assert from 'node:assert/strict';
import { countRunning, openWork, type OpenItem } from '../../../src/core/work/openWork.ts';
import { entryOf } from '../../support/entryOf.ts';

const entries = [
  entryOf({ id: 'done', kind: 'action', status: 'done' }),
  entryOf({ id: 'late', kind: 'action', status: 'open', date: '2026-03-01', due: '2026-03-08' }),
  entryOf({ id: 'soon', kind: 'action', status: 'open', date: '2026-03-02', due: '2026-03-12' }),
  entryOf({ id: 'young', kind: 'action', status: 'open', date: '2026-03-05' }),
  entryOf({ id: 'aged', kind: 'action', status: 'open', date: '2026-01-05' }),
  entryOf({ id: 'run', kind: 'experiment', status: 'running', started: '2026-03-03', timebox: '2026-03-20' }),
  entryOf({ id: 'over', kind: 'experiment', status: 'running', date: '2026-02-01', timebox: '2026-03-09' }),
  entryOf({ id: 'plan', kind: 'experiment', status: 'planned', date: '2026-03-12' }),
  entryOf({ id: 'ended', kind: 'experiment', status: 'concluded' }),
  entryOf({ id: 'wall', kind: 'blocker', status: 'open', date: '2026-03-10' }),
  entryOf({ id: 'win', kind: 'win' }),
];

function shown(items: readonly OpenItem[]): string[] {
  return items.map(({ entry, age, left }) => `${entry.id} ${age} ${left ?? '-'}`);
}

describe('openWork', () => {
  const work = openWork(entries, '2026-03-10');

  it('puts what ended its time first, then what ends soonest, then the oldest', () => {
    assert.deepEqual(shown(work.actions), ['late 9 -2', 'soon 8 2', 'aged 64 -', 'young 5 -']);
  });

  it('counts a running experiment from its start, or from its date where it names none', () => {
    assert.deepEqual(shown(work.running), ['over 37 -1', 'run 7 10']);
  });

  it('lists plans and blockers, and gives nothing a negative age', () => {
    assert.deepEqual(shown(work.planned), ['plan 0 -']);
    assert.deepEqual(shown(work.blockers), ['wall 0 -']);
  });

  it('counts the experiments that run', () => {
    assert.equal(countRunning(entries), 2);
  });
});
