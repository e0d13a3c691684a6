import * as assert from 'node:assert/strict';
import { isCount, listOf, oneOf, shape, text, textLike } from '../../../src/protocol/guard.ts';

describe('a guard', () => {
  it('takes text up to its limit', () => {
    assert.deepEqual(['', 'abc', 'abcd', 3, null].map(text(3)), [true, true, false, false, false]);
  });

  it('looks at the form of text only within its limit', () => {
    assert.deepEqual(['a1', 'b', 'a'.repeat(9)].map(textLike(/^a/, 5)), [true, false, false]);
  });

  it('takes one of its words and nothing that an object has by itself', () => {
    assert.deepEqual(['win', 'toString', 'length', 0].map(oneOf(['win', 'loss'])), [
      true,
      false,
      false,
      false,
    ]);
  });

  it('takes a list up to its length whose items all pass', () => {
    const guard = listOf(text(2), 2);
    assert.deepEqual([[], ['a', 'b'], ['a', 'b', 'c'], ['abc'], 'ab', { length: 0 }].map(guard), [
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('takes whole numbers from 0 up', () => {
    assert.deepEqual([0, 7, -1, 1.5, Number.NaN, Infinity, 2 ** 53, '7'].map(isCount), [
      true,
      true,
      ...Array.from({ length: 6 }, () => false),
    ]);
  });
});

describe('a shape', () => {
  const guard = shape({ name: text(5) }, { age: isCount });

  it('needs what is needed and may have what is extra', () => {
    assert.equal(guard({ name: 'Ada' }), true);
    assert.equal(guard({ name: 'Ada', age: 36 }), true);
    assert.equal(guard({ age: 36 }), false);
    assert.equal(guard({ name: 'Ada', age: 'old' }), false);
  });

  it('takes no other key, not even one that every object has', () => {
    for (const key of ['size', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
      assert.equal(guard(JSON.parse(`{"name":"Ada","${key}":{}}`)), false, key);
    }
  });

  it('takes no name that is only inherited', () => {
    assert.equal(guard(Object.create({ name: 'Ada' })), false);
    class Person {
      readonly name = 'Ada';
    }
    assert.equal(guard(new Person()), false);
  });

  it('takes an object without a prototype', () => {
    assert.equal(guard(Object.assign(Object.create(null), { name: 'Ada' })), true);
  });

  it('takes nothing that is no object', () => {
    assert.deepEqual([null, undefined, 'Ada', ['name'], () => 'Ada'].map(guard), [
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
