import assert from 'node:assert/strict';
import { addDays } from '../../../src/core/dates.ts';
import { historyNeed } from '../../../src/core/trends/historyNeed.ts';
import { trendsOf } from '../../../src/core/trends/trendsOf.ts';
import { entryOf } from '../../support/entryOf.ts';
import { historyOf } from '../../support/historyOf.ts';

const end = '2026-06-28';
const ago = (days: number): string => addDays(end, -days);

describe('what figures need of a history', () => {
  it('is the year before the 13 weeks, and who added the entries of 26 weeks and what refers to them', () => {
    const recent = entryOf({ id: 'recent01', date: ago(100) });
    const naming = entryOf({ id: 'naming01', date: ago(900), links: ['RECENT01'] });
    const entries = [recent, naming, entryOf({ id: 'old00001', date: ago(400) })];
    const pages = [recent, entryOf({ id: 'old00002', date: ago(500) })].map(({ path }, at) => ({
      ...{ id: `meeting${at}`, kind: 'meeting' as const, date: ago(300), title: 'Retro' },
      ...{ path: `retro/meetings/m${at}.md`, minuted: [path] },
    }));
    const need = historyNeed({ entries, pages }, { from: end, to: end });
    assert.equal(need.since, ago(455));
    assert.deepEqual([...need.files].sort(), [naming.path, recent.path, 'retro/meetings/m0.md'].sort());
  });

  it('begins with the first end, if there are several', () => {
    const entry = entryOf({ id: 'recent01', date: ago(700) });
    const need = historyNeed({ entries: [entry], pages: [] }, { from: ago(600), to: end });
    assert.deepEqual([need.since, [...need.files]], [ago(1055), [entry.path]]);
  });

  it('does not take an experiment for uncommitted that was changed so long ago that it was not read', () => {
    const started = ago(500);
    const quiet = entryOf({ id: 'quiet001', kind: 'experiment', testable: true, status: 'running', started });
    const busy = { ...quiet, id: 'busy0001', path: 'retro/entries/busy.md' };
    const files = new Map([
      [quiet.path, { people: [], days: [], earlier: true as const }],
      [busy.path, { people: [], days: [ago(27)], earlier: true as const }],
    ]);
    const { experimentFlow } = trendsOf({
      ...{ entries: [quiet, busy], pages: [], problems: [], history: historyOf({ files, since: ago(455) }) },
      ...{ window: { from: ago(181), to: end }, every: 'week' },
    }).indicators;
    assert.deepEqual(experimentFlow.stale, [quiet.id]);
  });
});
