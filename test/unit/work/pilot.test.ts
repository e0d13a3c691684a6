import assert from 'node:assert/strict';
import { isTestable, bodyOf } from '../../../src/core/format/entryBody.ts';
import { printEntry } from '../../../src/core/format/printEntry.ts';
import { latestPilot, pilotDraft, pilotWindow } from '../../../src/core/work/pilot.ts';
import { entryOf } from '../../support/entryOf.ts';

describe('a pilot', () => {
  it('is an experiment of two weeks that counts as one', () => {
    const draft = pilotDraft('2026-03-02', 'Ten learnings');
    assert.deepEqual(
      [draft.kind, draft.date, draft.timebox, draft.tags],
      ['experiment', '2026-03-02', '2026-03-16', ['pilot']],
    );
    assert.ok(isTestable(bodyOf(printEntry('a2345678', { ...draft, date: '2026-03-02' }))));
  });

  it('is the last that was started', () => {
    const planned = entryOf({ id: 'c', kind: 'experiment', tags: ['pilot'] });
    const other = entryOf({ id: 'd', kind: 'experiment', tags: ['cache'], started: '2026-03-01' });
    const talk = entryOf({ id: 'e', kind: 'learning', tags: ['pilot'] });
    const second = entryOf({ id: 'b', kind: 'experiment', tags: ['pilot'], started: '2026-02-01' });
    const first = entryOf({ id: 'a', kind: 'experiment', tags: ['pilot'], started: '2026-01-01' });
    assert.equal(latestPilot([planned, other, talk, second, first])?.id, 'b');
    assert.equal(latestPilot([planned, other, talk]), undefined);
  });

  it('is looked back on from its start until its end, or until today', () => {
    const pilot = entryOf({ id: 'a', kind: 'experiment', tags: ['pilot'], started: '2026-03-02' });
    assert.deepEqual(pilotWindow(pilot, '2026-03-09'), { from: '2026-03-02', to: '2026-03-09' });
    const ended = { ...pilot, concluded: '2026-03-16' };
    assert.deepEqual(pilotWindow(ended, '2026-06-01'), { from: '2026-03-02', to: '2026-03-16' });
    assert.deepEqual(pilotWindow(pilot, '2026-03-01'), { from: '2026-03-01', to: '2026-03-01' });
  });
});
