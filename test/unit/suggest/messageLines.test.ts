import assert from 'node:assert/strict';
import { messageLines } from '../../../src/core/suggest/messageLines.ts';

const told = (message: string) => messageLines(message).map(({ kind, title, body }) => [kind, title, body]);

describe('lines of a commit message that word an entry', () => {
  it('are of a kind each', () => {
    assert.deepEqual(
      told(
        'Ship it\n\nWin: deploys take nine minutes\nFailure: orders were lost\nLearned: ask first\nLearning: ask twice\n',
      ),
      [
        ['win', 'deploys take nine minutes', ''],
        ['failure', 'orders were lost', ''],
        ['learning', 'ask first', ''],
        ['learning', 'ask twice', ''],
      ],
    );
  });

  it('may be the subject', () => {
    assert.deepEqual(told('Learned: retries need a limit'), [['learning', 'retries need a limit', '']]);
  });

  it('go on over wrapped lines, up to an empty one or a trailer', () => {
    const message =
      'Limit retries\n\nLearned: retries need a limit, or a slow\nprovider is called for ever\nSigned-off-by: Ada\n\nMore.';
    assert.deepEqual(told(message), [
      ['learning', 'retries need a limit, or a slow provider is called for ever', ''],
    ]);
    assert.deepEqual(told('x\n\nWin: fast\n\nUnrelated.'), [['win', 'fast', '']]);
  });

  it('keep every word of what is too long for a title', () => {
    const words = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ');
    const [[, title = '', body] = []] = told(`x\n\nLearned: ${words}`);
    assert.ok(title.length <= 120 && title.endsWith('…'), title);
    assert.equal(body, words);
  });

  it('may have their text below them, as a list too', () => {
    assert.deepEqual(told('x\n\nLearned:\n- ask first\n- ask twice\n'), [
      ['learning', 'ask first', '- ask twice'],
    ]);
    assert.deepEqual(told('x\r\n\r\nLearned:\r\nask first\r\n'), [['learning', 'ask first', '']]);
  });

  it('are found in the list that a squash merge makes', () => {
    assert.deepEqual(told('Pay again (#31)\n\n* Pay again\n\n* Learned: ask first\n'), [
      ['learning', 'ask first', ''],
    ]);
  });

  for (const message of [
    'win: fix paths with backslashes',
    'LEARNED: nothing',
    'Winning: a game',
    'Learned nothing: today',
    'x\n\nI learned: nothing',
    'x\n\n    Failure: expected 3, got 4',
    'x\n\n```\nFailure: expected 3, got 4\n```',
    'x\n\n> Failure: as you wrote',
    'x\n\nLearned:\n\nSomething else.',
    'x\n\nLearned:nothing',
    '',
  ]) {
    it(`are not seen in: ${JSON.stringify(message)}`, () => {
      assert.deepEqual(told(message), []);
    });
  }
});
