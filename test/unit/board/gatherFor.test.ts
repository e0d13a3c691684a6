import assert from 'node:assert/strict';
import { gatherFor, type Gathering, parkedIn } from '../../../src/core/board/gatherFor.ts';
import { nothingGiven } from '../../../src/core/board/given.ts';
import { soundGiven } from '../../../src/core/board/soundStart.ts';
import { isGiven } from '../../../src/protocol/boardValues.ts';
import { entryOf } from '../../support/entryOf.ts';

const none: Gathering = {
  window: { from: '2026-11-06', to: '2026-11-20' },
  entries: [],
  pages: [],
  tags: [],
  commits: [],
  figures: [],
  dayOf: (seconds) => new Date(seconds * 1000).toISOString().slice(0, 10),
};

const minutes = `---
id: p8d2aa0e
kind: meeting
date: 2026-11-06
---

# Sprint 41

## Parking lot
- Who owns staging?
- **Tests** (2 votes)
  - Slow
  - [Flaky](../../entries/2026/flaky.md)
- [Budget](../../entries/2026/budget.md)
`;

function seconds(day: string): number {
  return Date.parse(`${day}T12:00:00Z`) / 1000;
}

describe('gatherFor', () => {
  it('finds nothing where there is nothing', () => {
    assert.deepEqual(gatherFor(none), nothingGiven);
  });

  it('takes entries of the period that no meeting has looked at, and no actions', () => {
    const entries = [
      entryOf({ id: 'w1nn0001', kind: 'win', date: '2026-11-20' }),
      entryOf({ id: 'fa1l0001', kind: 'failure', date: '2026-11-06' }),
      entryOf({ id: 'looked01', kind: 'win', date: '2026-11-06' }),
      entryOf({ id: 'tooold01', kind: 'win', date: '2026-11-05' }),
      entryOf({ id: 'act10n01', kind: 'action', date: '2026-11-10', status: 'open' }),
      entryOf({ id: 'mood0001', kind: 'mood', date: '2026-11-10' }),
    ];
    const page = {
      id: 'p8d2aa0e',
      kind: 'meeting',
      date: '2026-11-06',
      title: 'Sprint 41',
      path: 'm.md',
    } as const;
    const pages = [
      { ...page, minuted: entries.filter(({ id }) => id === 'looked01').map(({ path }) => path) },
    ];
    const { entries: found, actions } = gatherFor({ ...none, entries, pages });
    assert.deepEqual(
      found.map(({ id }) => id),
      ['w1nn0001', 'fa1l0001', 'mood0001'],
    );
    assert.deepEqual(
      actions.map(({ id, owner, due }) => [id, owner, due]),
      [['act10n01', '', '']],
    );
  });

  it('takes every open action, what is due first at the top', () => {
    const action = { kind: 'action', date: '2025-01-01', status: 'open' };
    const entries = [
      entryOf({ ...action, id: 'old00001' }),
      entryOf({ ...action, id: 'due00001', due: '2026-11-25', owner: 'Ben' }),
      entryOf({ ...action, id: 'done0001', status: 'done' }),
    ];
    assert.deepEqual(
      gatherFor({ ...none, entries }).actions.map(({ id }) => id),
      ['due00001', 'old00001'],
    );
  });

  it('takes experiments that ended in the period, or run past their time', () => {
    const experiment = { kind: 'experiment', date: '2026-10-01' };
    const entries = [
      entryOf({
        ...experiment,
        id: 'ended001',
        status: 'concluded',
        concluded: '2026-11-10',
        outcome: 'validated',
      }),
      entryOf({
        ...experiment,
        id: 'before01',
        status: 'concluded',
        concluded: '2026-11-01',
        outcome: 'stopped',
      }),
      entryOf({ ...experiment, id: 'overdue1', status: 'running', timebox: '2026-11-20' }),
      entryOf({ ...experiment, id: 'running1', status: 'running', timebox: '2026-11-21' }),
      entryOf({ ...experiment, id: 'planned1', status: 'planned' }),
    ];
    assert.deepEqual(
      gatherFor({ ...none, entries }).experiments.map(({ id, status, outcome, timebox }) => [
        id,
        status,
        outcome,
        timebox,
      ]),
      [
        ['ended001', 'concluded', 'validated', ''],
        ['overdue1', 'running', '', '2026-11-20'],
      ],
    );
  });

  it('takes releases and reverts of the period', () => {
    const sha = 'a'.repeat(40);
    const commit = { sha, parents: [], authored: '2026-11-10T08:00:00Z', day: '2026-11-10' };
    const { releases, reverts } = gatherFor({
      ...none,
      tags: [
        { name: 'v1.2', sha, seconds: seconds('2026-11-19') },
        { name: 'v1.1', sha, seconds: seconds('2026-11-01') },
      ],
      commits: [
        { ...commit, message: 'Revert "Cache pages"\n\nToo fast.' },
        { ...commit, message: 'Add a revert button' },
        { ...commit, message: 'Revert "Older"', authored: '2026-11-01T08:00:00Z' },
      ],
    });
    assert.deepEqual(releases, [{ name: 'v1.2', date: '2026-11-19' }]);
    assert.deepEqual(reverts, [{ sha, subject: 'Revert "Cache pages"', date: '2026-11-10' }]);
  });

  it('takes blockers that are open, the oldest first, then what nothing has come of yet', () => {
    const entries = [
      entryOf({ id: 'b10ck002', kind: 'blocker', date: '2026-11-10', status: 'open' }),
      entryOf({ id: 'b10ck001', kind: 'blocker', date: '2026-01-10', status: 'open' }),
      entryOf({ id: 'b10ck003', kind: 'blocker', date: '2026-01-02', status: 'cleared' }),
      entryOf({ id: 'fa1l0001', kind: 'failure', date: '2026-11-01' }),
      entryOf({ id: 'fa1l0002', kind: 'failure', date: '2026-11-19' }),
    ];
    const given = gatherFor({ ...none, entries });
    assert.deepEqual(
      given.waiting?.map(({ id, waits }) => [id, waits]),
      [
        ['b10ck001', 'inTheWay'],
        ['b10ck002', 'inTheWay'],
        ['fa1l0001', 'noLearning'],
      ],
    );
    assert.ok(soundGiven(given) && isGiven(given));
  });

  it('is as sound without what waits: boards of an older version have none', () => {
    const { waiting: _none, ...older } = nothingGiven;
    assert.ok(soundGiven(older) && isGiven(older));
    assert.ok(!soundGiven({ ...older, waiting: [{ id: 'x' }] }));
  });

  it('carries the parking lot of the last meeting over, card by card', () => {
    assert.deepEqual(
      gatherFor({ ...none, lastMinutes: { path: 'retro/meetings/2026/a.md', text: minutes } }).parked,
      ['Who owns staging?', 'Slow', 'Flaky', 'Budget'],
    );
    assert.deepEqual(parkedIn('a.md', 'not minutes'), []);
  });

  it('gives no more than a board takes', () => {
    const many = Array.from({ length: 3000 }, (_, index) =>
      entryOf({ id: `many${index}`, kind: index % 2 === 0 ? 'win' : 'action', date: '2026-11-10' }),
    );
    const given = gatherFor({ ...none, entries: many });
    assert.ok(soundGiven(given) && isGiven(given));
  });
});
