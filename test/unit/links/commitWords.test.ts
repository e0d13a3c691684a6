import assert from 'node:assert/strict';
import { commitWords, fileQuestion, hashTyped, matchesCommit } from '../../../src/core/links/commitWords.ts';

const commit = { sha: '3f2a91c0'.repeat(5), subject: 'Cache product pages', author: 'Ada Lovelace' };
const matches = (typed: string) => matchesCommit(commit, commitWords(typed));

describe('the words of a search for commits', () => {
  it('stand in the subject or the author’s name, in any order and any case', () => {
    assert.ok(matches('product CACHE'));
    assert.ok(matches('ada pages'));
    assert.ok(matches('  love   lace '));
  });

  it('have to be there, each of them', () => {
    assert.ok(!matches('cache grace'));
    assert.ok(!matches('cached'));
  });

  it('begin the hash, and are not looked for within it', () => {
    assert.ok(matches('3f2a91c'));
    assert.ok(matches('3F2A91C0 cache'));
    assert.ok(!matches('f2a91c'));
    assert.ok(!matches('3f2'), 'Three digits begin too many.');
  });

  it('find everything where there are none', () => {
    assert.ok(matches(''));
    assert.ok(matches('   '));
  });

  it('are the beginning of a hash only where they are one word of its digits', () => {
    assert.equal(hashTyped(' 3F2A '), '3f2a');
    assert.equal(hashTyped('3f2a cache'), undefined);
    assert.equal(hashTyped('cafés'), undefined);
  });
});

describe('a search for commits by file', () => {
  it('takes the word that looks most like a path, and asks the others of the commit', () => {
    assert.deepEqual(fileQuestion('rounding src/cart'), { touching: 'src/cart', words: ['rounding'] });
    assert.deepEqual(fileQuestion('a-very-long-word cart.ts'), {
      touching: 'cart.ts',
      words: ['a-very-long-word'],
    });
    assert.deepEqual(fileQuestion('ada checkout'), { touching: 'checkout', words: ['ada'] });
  });

  it('asks git for nothing that any path would hold', () => {
    assert.equal(fileQuestion('ts'), undefined);
    assert.equal(fileQuestion(''), undefined);
  });
});
