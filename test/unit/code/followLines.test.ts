import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { followLines } from '../../../src/core/code/followLines.ts';

function followed(before: string, after: string): string {
  return followLines(before.split(''), after.split(''))
    .map((line) => (line === undefined ? '.' : before[line]))
    .join('');
}

describe('following lines through an edit', () => {
  it('finds every line of a text that did not change', () => {
    assert.deepEqual(followLines(['a', '}', 'b', '}'], ['a', '}', 'b', '}']), [0, 1, 2, 3]);
    assert.deepEqual(followLines([], []), []);
  });

  it('tells new lines from old ones', () => {
    assert.equal(followed('abc', 'abXc'), 'ab.c');
    assert.equal(followed('abc', 'Xabc'), '.abc');
    assert.equal(followed('abc', 'abcX'), 'abc.');
    assert.equal(followed('', 'ab'), '..');
    assert.equal(followed('abcdef', 'aXcYef'), 'a.c.ef');
  });

  it('follows what is left when lines are taken out', () => {
    assert.deepEqual(followLines(['a', 'b', 'c', 'd'], ['a', 'd']), [0, 3]);
    assert.deepEqual(followLines(['a', 'b'], []), []);
  });

  it('does not take a line for another that looks like it', () => {
    // The braces stand twice, and nothing around them is the same.
    assert.equal(followed('a}b}c', 'x}y}z'), '.....');
    assert.equal(followed('pq}rs', 'xy}zw}'), '......');
  });

  it('finds lines that stand twice through their neighbours', () => {
    assert.deepEqual(followLines('a}b}c'.split(''), 'a}Xb}c'.split('')), [0, 1, undefined, 2, 3, 4]);
  });

  it('follows the larger part of what changed places', () => {
    assert.equal(followed('abcde', 'eabcd'), '.abcd');
  });

  it('only ever follows equal lines, each once and in order', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '', '}', 'long line'), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const was = followLines(before, after);
        assert.equal(was.length, after.length);
        const kept = was.flatMap((old, now) => (old === undefined ? [] : [[old, now] as const]));
        assert.ok(kept.every(([old, now]) => before[old] === after[now]));
        assert.ok(kept.every(([old], at) => at === 0 || (kept[at - 1]?.[0] ?? -1) < old));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes a moment for a long file that was rewritten all over', function () {
    this.timeout(2000);
    const before = Array.from({ length: 20_000 }, (_, at) => (at % 3 === 0 ? '}' : `line ${at}`));
    const after = before.map((line, at) => (at % 5 === 0 ? `${line} new` : line));
    const was = followLines(before, after);
    assert.ok(was.filter((line) => line !== undefined).length > 10_000);
  });
});
