import assert from 'node:assert/strict';
import { linkFrom } from '../../src/node/linkFrom.ts';

describe('a link from a report to a file', () => {
  it('is relative, and means nothing but that file', () => {
    assert.equal(linkFrom('/a/docs', '/a/retro/x.md'), '../retro/x.md');
    assert.equal(
      linkFrom('/a', "/a/javascript:alert(1)/<b> 'x' #1?.md"),
      'javascript%3Aalert%281%29/%3Cb%3E%20%27x%27%20%231%3F.md',
    );
  });
});
