import assert from 'node:assert/strict';
import { groupEntries, type Grouping } from '../../../src/core/log/groupEntries.ts';
import { defaultTeamSettings } from '../../../src/core/team/teamSettings.ts';
import { entryOf } from '../../support/entryOf.ts';

const entries = [
  entryOf({ id: 'a', date: '2026-03-09', kind: 'failure', tags: ['cache', 'shop'] }),
  entryOf({
    id: 'b',
    date: '2026-03-08',
    kind: 'win',
    tags: ['cache'],
    code: [{ path: 'src/cart/total.ts' }],
  }),
  entryOf({
    id: 'c',
    date: '2026-03-02',
    kind: 'decision',
    commits: [{ sha: 'f'.repeat(40), paths: ['ops/deploy/run.sh'] }],
  }),
  entryOf({ id: 'd', date: '2025-12-29', kind: 'win' }),
];

function grouped(by: Grouping): unknown {
  return groupEntries(entries, by, defaultTeamSettings).map((group) => [
    group.key,
    group.entries.map((entry) => entry.id).join(''),
  ]);
}

describe('groupEntries', () => {
  it('puts the newest week first, and a Sunday into the week of the Monday before it', () => {
    assert.deepEqual(grouped('week'), [
      ['2026-03-09', 'a'],
      ['2026-03-02', 'bc'],
      ['2025-12-29', 'd'],
    ]);
  });

  it('orders kinds as they are offered, those of a newer version last', () => {
    assert.deepEqual(grouped('kind'), [
      ['win', 'bd'],
      ['failure', 'a'],
      ['decision', 'c'],
    ]);
  });

  it('shows an entry under each of its tags, the most used tag first, entries without one last', () => {
    assert.deepEqual(grouped('tag'), [
      ['cache', 'ab'],
      ['shop', 'a'],
      ['', 'cd'],
    ]);
  });

  it('finds the area in the places of an entry, or else in what its commits touched', () => {
    assert.deepEqual(grouped('area'), [
      ['ops/deploy', 'c'],
      ['src/cart', 'b'],
      ['', 'ad'],
    ]);
  });
});
