import assert from 'node:assert/strict';
import { linkLines } from '../../../src/core/links/linkLines.ts';

const full = 'a1'.repeat(20);
const entry = (...keys: readonly string[]): string =>
  ['---', 'id: k3f9q2xa', 'kind: win', 'date: 2026-11-23', ...keys, '---', '', '# T', ''].join('\n');

describe('where the links of an entry stand', () => {
  it('is the line of each hash, below the line of their key', () => {
    const text = entry(
      'commits:',
      `  - sha: "${full}"`,
      '    subject: One',
      '  - subject: Two',
      '    sha: "b2b2b2b2"',
    );
    assert.deepEqual(linkLines(text), {
      top: 5,
      links: [
        { line: 6, sha: full, bare: false },
        { line: 9, sha: 'b2b2b2b2', bare: false },
      ],
    });
  });

  it('tells a link that says nothing but a hash, full or abbreviated', () => {
    const text = entry('commits:', `  - sha: "${full}"`, '  - sha: b2b2b2b2 # by hand');
    assert.deepEqual(
      linkLines(text)?.links.map(({ sha, bare }) => [sha, bare]),
      [
        [full, true],
        ['b2b2b2b2', true],
      ],
    );
  });

  it('is the first line where there is no link, and leaves out what is no hash', () => {
    assert.deepEqual(linkLines(entry('tags: [a]')), { top: 1, links: [] });
    assert.deepEqual(linkLines(entry('commits:', '  - sha: HEAD~1', '  - b2b2b2b2')), { top: 5, links: [] });
  });

  it('keeps its lines in a file with other line endings', () => {
    const text = entry('commits:', `  - sha: "${full}"`).replaceAll('\n', '\r\n');
    assert.deepEqual(linkLines(text)?.links[0]?.line, 6);
  });

  it('is not known where the front matter cannot be read', () => {
    assert.equal(linkLines('# T\n'), undefined);
    assert.equal(linkLines(entry('commits: [')), undefined);
    assert.equal(linkLines(''), undefined);
  });
});
