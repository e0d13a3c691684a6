import assert from 'node:assert/strict';
import { linkedFiles } from '../../../src/core/format/linkedFiles.ts';

describe('the files that minutes link to', () => {
  it('are Markdown files of the repository, each once, from its root', () => {
    const text = `- [Images](../../entries/2026/a-m2x7k9qa.md) and [again](../../entries/2026/a-m2x7k9qa.md#top)
- [Spaces](<../../entries/2026/b%20c.md>), [page](https://example.com/d.md), [root](/e.md), [out](../../../../f.md)
- [Picture](g.png), [beside](./h.md)`;
    assert.deepEqual(linkedFiles(text, 'retro/meetings/2026/a.md'), [
      'retro/entries/2026/a-m2x7k9qa.md',
      'retro/entries/2026/b c.md',
      'retro/meetings/2026/h.md',
    ]);
  });
});
