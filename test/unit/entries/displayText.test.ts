import assert from 'node:assert/strict';
import { displayText } from '../../../src/core/entries/displayText.ts';

const cases: readonly (readonly [name: string, text: string, shown: string])[] = [
  ['leaves plain text as it is', 'Cache für Ünïcode 日本語', 'Cache für Ünïcode 日本語'],
  [
    'leaves emoji that are joined from several',
    'Thanks 👩‍💻 and 🏳️‍🌈 and 👩🏽‍🚒',
    'Thanks 👩‍💻 and 🏳️‍🌈 and 👩🏽‍🚒',
  ],
  ['[A27] shows an override of the writing direction', 'gpj.\u202eexe', 'gpj.<U+202E>exe'],
  ['[A27] shows what has no width', 'a\u200bb\u200dc\ufeff', 'a<U+200B>b<U+200D>c<U+FEFF>'],
  ['[A27] shows half of a surrogate pair', 'a\ud83d b', 'a<U+D83D> b'],
  [
    '[A27] cuts a pile of combining marks',
    `a${'\u0301'.repeat(5000)}`.slice(0, 100),
    `a${'\u0301'.repeat(4)}`,
  ],
  ['[D74] shows the escape character of a terminal', '\u001b[31mred', '<U+001B>[31mred'],
  ['keeps a line a line', 'one\ntwo', 'one<U+000A>two'],
];

describe('displayText', () => {
  for (const [name, text, shown] of cases) {
    it(name, () => {
      assert.equal(displayText(text), shown);
    });
  }

  it('[A28] cuts a text of 100,000 characters and says so', () => {
    const shown = displayText('x'.repeat(100_000));
    assert.equal(shown.length, 200);
    assert.ok(shown.endsWith('…'));
  });

  it('cuts between characters, and never within one', () => {
    assert.equal(displayText('🌧🌧🌧', 4), '🌧…');
    assert.equal(displayText('a🌧🌧', 4), 'a🌧…');
  });
});
