import assert from 'node:assert/strict';
import { tagsFrom } from '../../../src/core/entries/tagsFrom.ts';

describe('tagsFrom', () => {
  it('takes the words between commas, each once', () => {
    assert.deepEqual(tagsFrom(' caching, checkout ,caching,, two  words '), [
      'caching',
      'checkout',
      'two words',
    ]);
  });

  it('takes a number sign before a tag for a habit', () => {
    assert.deepEqual(tagsFrom('#caching, c#'), ['caching', 'c#']);
  });
});
