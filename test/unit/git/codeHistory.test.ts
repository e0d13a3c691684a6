import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { blameLines, parseBlame } from '../../../src/core/git/blameLines.ts';
import { parseCommitChanges } from '../../../src/core/git/commitChanges.ts';
import { parseRemotes } from '../../../src/core/git/remotes.ts';

const one = 'a1'.repeat(20);
const two = 'b2'.repeat(32);

describe('which commit a line is from', () => {
  it('is read from what git prints, the headers of a commit once or not at all', () => {
    const printed = `${one} 1 1 2\nauthor Ada\nsummary One\nfilename f\n\tfirst\n${one} 2 2\n\t\tsecond\r\n${two} 3 3 1\nsummary \nfilename f\n\t\n`;
    assert.deepEqual(parseBlame(printed), { commits: [one, one, two], lines: ['first', '\tsecond', ''] });
  });

  it('is not confused by lines that look like headers, nor by a byte order mark', () => {
    const printed = `${one} 1 1 2\nsummary ${two} 1 1\nfilename f\n\t\ufeff${two} 1 1 1\n${one} 2 2\n\tfilename f\n`;
    assert.deepEqual(parseBlame(printed), { commits: [one, one], lines: [`${two} 1 1 1`, 'filename f'] });
  });

  it('is nothing in a file that the commit does not have, and never guessed', () => {
    const refusal = { exitCode: 128, stdout: '', stderr: 'fatal: no such path a in HEAD\n' };
    assert.deepEqual(blameLines(one, 'a').parseRefusal?.(refusal), { commits: [], lines: [] });
    assert.equal(blameLines(one, 'a').parseRefusal?.({ ...refusal, stderr: 'fatal: bad object' }), undefined);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { commits, lines } = parseBlame(text);
        assert.equal(commits.length, lines.length);
      }),
    );
  });
});

describe('what a commit changed', () => {
  it('is read with what was renamed', () => {
    const printed = `${one} ${two}\0\nM\0a\nb\0A\0new\0D\0old\0R087\0from\0to\0T\0link\0C100\0x\0copy\0`;
    assert.deepEqual(parseCommitChanges(printed), {
      parent: one,
      files: [
        { path: 'a\nb', change: 'changed' },
        { path: 'new', change: 'added' },
        { path: 'old', change: 'removed' },
        { path: 'to', change: 'renamed', from: 'from' },
        { path: 'link', change: 'changed' },
        { path: 'copy', change: 'added' },
      ],
    });
  });

  it('is nothing for a commit without a parent and without files', () => {
    assert.deepEqual(parseCommitChanges('\0'), { files: [] });
    assert.deepEqual(parseCommitChanges(''), { files: [] });
  });
});

describe('the remotes', () => {
  it('are read once each, `origin` first', () => {
    const printed =
      'fork\tgit@github.com:me/shop.git (fetch)\nfork\tgit@github.com:me/shop.git (push)\norigin\thttps://github.com/us/my shop (fetch) [blob:none]\norigin\tno (push)\n';
    assert.deepEqual(parseRemotes(printed), [
      { name: 'origin', address: 'https://github.com/us/my shop' },
      { name: 'fork', address: 'git@github.com:me/shop.git' },
    ]);
    assert.deepEqual(parseRemotes(''), []);
  });
});
