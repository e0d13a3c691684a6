import assert from 'node:assert/strict';
import { filterEntries, isFiltering, type EntryFilter } from '../../../src/core/log/entryFilter.ts';
import { entryOf } from '../../support/entryOf.ts';

const sha = 'a'.repeat(40);
const entries = [
  entryOf({ id: 'a', date: '2026-03-09', kind: 'action', status: 'open', tags: ['cache'] }),
  entryOf({
    id: 'b',
    date: '2026-03-08',
    kind: 'win',
    tags: ['cache', 'shop'],
    code: [{ path: 'src/cart/total.ts', line: 3 }],
  }),
  entryOf({ id: 'c', date: '2026-03-02', kind: 'failure', commits: [{ sha, paths: ['src/cart.ts'] }] }),
];

const cases: readonly (readonly [name: string, filter: EntryFilter, ids: string])[] = [
  ['keeps everything when nothing is asked for', {}, 'abc'],
  ['takes an empty list of words for no wish', { kinds: [], tags: [] }, 'abc'],
  ['keeps entries of any of the kinds', { kinds: ['win', 'failure'] }, 'bc'],
  ['keeps entries with any of the tags', { tags: ['shop', 'none'] }, 'b'],
  ['needs every part to hold', { kinds: ['action'], tags: ['cache'] }, 'a'],
  ['counts both ends of a period', { since: '2026-03-02', until: '2026-03-08' }, 'bc'],
  ['keeps only entries with a state when one is asked for', { statuses: ['open'] }, 'a'],
  ['finds a commit by its full hash', { commit: sha }, 'c'],
  ['finds a file by a place in it', { code: 'src/cart/total.ts' }, 'b'],
  ['finds a file by a commit that touched it', { code: 'src/cart.ts' }, 'c'],
  ['finds what is below a folder, not what only begins like it', { code: 'src/cart' }, 'b'],
  ['takes a folder with a slash at its end', { code: 'src/' }, 'bc'],
];

describe('filterEntries', () => {
  for (const [name, filter, ids] of cases) {
    it(name, () => {
      assert.equal(
        filterEntries(entries, filter)
          .map((entry) => entry.id)
          .join(''),
        ids,
      );
    });
  }

  it('knows a filter that asks for something from one that does not', () => {
    assert.deepEqual([{}, { kinds: [] }, { tags: ['x'] }].map(isFiltering), [false, false, true]);
  });
});
