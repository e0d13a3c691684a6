import assert from 'node:assert/strict';
import type { Page } from '../../../src/core/format/parseFile.ts';
import { listPages } from '../../../src/core/log/listPages.ts';

function page(id: string, date: string, kind: Page['kind'] = 'meeting', path = `${id}.md`): Page {
  return { id, kind, date, title: id, path };
}

describe('listPages', () => {
  it('has the newest of one kind first, and no other kinds', () => {
    const pages = [
      page('old', '2026-01-01'),
      page('b', '2026-03-01'),
      page('pulse', '2026-03-02', 'pulse'),
      page('a', '2026-03-01', 'meeting', 'z.md'),
      page('a', '2026-03-01', 'meeting', 'copy.md'),
    ];
    assert.deepEqual(
      listPages(pages, 'meeting').map(({ id, path }) => [id, path]),
      [
        ['a', 'copy.md'],
        ['a', 'z.md'],
        ['b', 'b.md'],
        ['old', 'old.md'],
      ],
    );
    assert.deepEqual(listPages(pages, 'audit'), []);
  });
});
