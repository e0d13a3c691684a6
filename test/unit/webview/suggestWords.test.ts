import * as assert from 'node:assert/strict';
import { suggestWords, withWords, wordsIn } from '../../../src/webview/capture/suggestWords.ts';

describe('suggestWords', () => {
  it('has words that begin with what was typed before those that hold it', () => {
    assert.deepEqual(suggestWords(['flaky ci', 'ci', 'Circles', 'deploy'], 'CI', []), [
      'ci',
      'Circles',
      'flaky ci',
    ]);
  });

  it('has at most eight', () => {
    assert.equal(suggestWords(Array.from({ length: 20 }, String), '', []).length, 8);
  });

  it('leaves out what is taken, however it is spelled', () => {
    assert.deepEqual(suggestWords(['CI', 'deploy'], '', ['ci']), ['deploy']);
    assert.deepEqual(suggestWords(['Caf\u00e9'], '', ['Cafe\u0301']), []);
  });
});

describe('wordsIn', () => {
  it('has what stands between commas, without marks and needless space', () => {
    assert.deepEqual(wordsIn(' #caching ,, flaky   tests , ##x', [], 100), ['caching', 'flaky tests', 'x']);
  });

  it('cuts a word that is too long', () => {
    assert.deepEqual(wordsIn('abcdef', [], 3), ['abc']);
  });
});

describe('withWords', () => {
  it('stops at the most that a list may hold', () => {
    assert.deepEqual(withWords(['a'], ['b', 'c'], 2), ['a', 'b']);
  });
});
