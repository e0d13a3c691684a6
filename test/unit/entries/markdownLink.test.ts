import assert from 'node:assert/strict';
import { markdownLink } from '../../../src/core/entries/markdownLink.ts';

describe('markdownLink', () => {
  it('shows a title as it was written [B33] [B37]', () => {
    assert.equal(
      markdownLink('Use [x](command:y) `z`', '/retro/a.md'),
      '[Use \\[x\\](command:y) \\`z\\`](/retro/a.md)',
    );
  });

  it('keeps spaces and brackets of a path inside the link', () => {
    assert.equal(markdownLink('A', '/my retro/a (1).md'), '[A](/my%20retro/a%20%281%29.md)');
  });
});
