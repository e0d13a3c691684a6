import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { plainReason } from '../../../src/core/git/plainReason.ts';
import { fill, growth, largest } from '../format/growthOf.ts';

describe('what a program said, as plain text', () => {
  for (const [what, text, plain] of [
    ['colours', '\x1b[1;31mred\x1b[0m', 'red'],
    ['a title of the window', '\x1b]0;title\x07a\x1b]8;;http://x\x1b\\b', 'ab'],
    ['eight-bit sequences', '\x9b31mred\x9d0;t\x9c', 'red'],
    ['an unfinished sequence', 'a\x1b[31', 'a'],
    ['a lone escape', 'a\x1b', 'a'],
    ['lines and tabs', ' a\r\n\tb\n\n', 'a b'],
    ['bells and backspaces', 'a\x07\x08b', 'a b'],
    ['turned writing and invisible signs', 'a\u202eb\u200b\u2066c\ufeff', 'abc'],
    ['lone surrogates', 'a\ud800b', 'ab'],
    ['words of any language', 'Grüße 😀 日本', 'Grüße 😀 日本'],
  ] as const) {
    it(`does not let ${what} through`, () => assert.equal(plainReason(text), plain));
  }

  it('is never longer than 600 characters, and cuts none in half', () => {
    const plain = plainReason('😀'.repeat(700));
    assert.equal(Array.from(plain).length, 600);
    assert.ok(plain.endsWith('😀…'));
  });

  it('has nothing in it that a terminal obeys, whatever it was made from', () => {
    const unit = fc.constantFrom(
      '\x1b',
      '[',
      ']',
      '0',
      ';',
      'm',
      '\x07',
      '\\',
      '\x9b',
      '\u202e',
      'a',
      '\n',
      'P',
      '^',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        // oxlint-disable-next-line no-control-regex -- these are the characters that must be gone
        assert.doesNotMatch(plainReason(text), /[\u0000-\u001f\u007f-\u009f\u202e]/);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes time in proportion for escapes and spaces without end', () => {
    for (const part of ['\x1b]', '\x1b[', '\x9b0', '\x1b ', ' ', 'a ']) {
      const said = fill(part, largest);
      assert.ok(growth((size) => plainReason(said.slice(0, size))) < 3, JSON.stringify(part));
    }
  });
});
