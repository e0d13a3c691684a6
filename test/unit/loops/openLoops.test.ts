import assert from 'node:assert/strict';
import { addDays } from '../../../src/core/dates.ts';
import type { Entry } from '../../../src/core/entries/entry.ts';
import { openLoops } from '../../../src/core/loops/openLoops.ts';
import { Timeline } from '../../../src/core/trends/timeline.ts';
import { entryOf } from '../../support/entryOf.ts';

const end = '2026-06-28';

function loops(...entries: readonly Entry[]) {
  const log = new Timeline({ entries, pages: [], problems: [], history: { state: 'notCollected' } });
  return openLoops({ log, end }).map(({ entry, gap, days, settled }) => [
    entry.id,
    gap,
    days,
    ...settled.map(({ id }) => id),
  ]);
}

function made(id: string, kind: string, ago: number, more: Partial<Entry> = {}): Entry {
  const state =
    kind === 'action'
      ? { status: 'open' }
      : kind === 'experiment'
        ? { status: 'planned', testable: true }
        : {};
  return entryOf({ id, kind, date: addDays(end, -ago), ...state, ...more });
}

describe('openLoops', () => {
  const failure = made('fail0001', 'failure', 30);

  it('names a failure that nothing was learned from, until a learning is linked in either direction', () => {
    assert.deepEqual(loops(failure), [['fail0001', 'noLearning', 30]]);
    assert.deepEqual(loops(failure, made('learn001', 'learning', 2, { links: ['FAIL0001'] })), []);
    assert.deepEqual(
      loops(made('fail0001', 'failure', 30, { links: ['learn001'] }), made('learn001', 'learning', 2)),
      [],
    );
  });

  it('names a learning that nothing came of, until an action or an experiment is linked to it', () => {
    const learning = made('learn001', 'learning', 20);
    assert.deepEqual(loops(learning), [['learn001', 'noStep', 20]]);
    assert.deepEqual(loops(learning, made('action01', 'action', 3, { links: ['learn001'] })), []);
    assert.deepEqual(loops(learning, made('exper001', 'experiment', 3, { links: ['learn001'] })), []);
    assert.deepEqual(
      loops(made('learn001', 'learning', 20, { links: ['exper001'] }), made('exper001', 'experiment', 40)),
      [],
    );
  });

  it('takes what came of the failure for what came of its learning', () => {
    const learning = made('learn001', 'learning', 20, { links: ['fail0001'] });
    assert.deepEqual(loops(failure, learning), [['learn001', 'noStep', 20]]);
    assert.deepEqual(loops(failure, learning, made('action01', 'action', 3, { links: ['fail0001'] })), []);
  });

  it('names a failure that came back after a closed action, and what was closed, until something new is planned', () => {
    const closed = made('action01', 'action', 60, {
      status: 'done',
      closed: addDays(end, -50),
      code: [{ path: 'src/cache.ts' }],
    });
    const again = made('fail0002', 'failure', 20, { code: [{ path: 'src/cache.ts' }] });
    const learning = made('learn001', 'learning', 18, { links: ['fail0002', 'action01'] });
    assert.deepEqual(loops(closed, again), [['fail0002', 'cameBack', 20, 'action01']]);
    assert.deepEqual(loops(closed, again, learning), [['fail0002', 'cameBack', 20, 'action01']]);
    assert.deepEqual(
      loops(closed, again, learning, made('exper001', 'experiment', 1, { links: ['learn001'] })),
      [],
    );
  });

  it('is quiet about the last two weeks and about what is older than half a year', () => {
    assert.deepEqual(loops(made('fail0001', 'failure', 13), made('learn001', 'learning', 13)), []);
    assert.deepEqual(loops(made('fail0001', 'failure', 14)), [['fail0001', 'noLearning', 14]]);
    assert.deepEqual(loops(made('fail0001', 'failure', 181)), [['fail0001', 'noLearning', 181]]);
    assert.deepEqual(loops(made('fail0001', 'failure', 182)), []);
    assert.deepEqual(loops(made('fail0001', 'failure', -1)), []);
  });

  it('names the newest ten, the newest first', () => {
    const many = Array.from({ length: 15 }, (_, at) => made(`fail${1000 + at}`, 'failure', 20 + at));
    const named = loops(...many.toReversed());
    assert.equal(named.length, 10);
    assert.deepEqual([named[0]?.[0], named[9]?.[0]], ['fail1000', 'fail1009']);
  });

  it('leaves out what was imported, and other kinds', () => {
    assert.deepEqual(
      loops(made('fail0001', 'failure', 30, { imported: 'Trello' }), made('win00001', 'win', 30)),
      [],
    );
  });
});
