import assert from 'node:assert/strict';
import type { Page } from '../../../src/core/format/parseFile.ts';
import { listMeetings } from '../../../src/core/log/listMeetings.ts';

function page(id: string, date: string, kind: Page['kind'] = 'meeting', path = `${id}.md`): Page {
  return { id, kind, date, title: id, path };
}

describe('listMeetings', () => {
  it('has the newest first, and no pulses', () => {
    const pages = [
      page('old', '2026-01-01'),
      page('b', '2026-03-01'),
      page('pulse', '2026-03-02', 'pulse'),
      page('a', '2026-03-01', 'meeting', 'z.md'),
      page('a', '2026-03-01', 'meeting', 'copy.md'),
    ];
    assert.deepEqual(
      listMeetings(pages).map(({ id, path }) => [id, path]),
      [
        ['a', 'copy.md'],
        ['a', 'z.md'],
        ['b', 'b.md'],
        ['old', 'old.md'],
      ],
    );
  });
});
