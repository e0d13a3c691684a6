import assert from 'node:assert/strict';
import { shareUnchanged } from '../../../src/core/board/shareUnchanged.ts';

const copyOf = <T>(value: T): T => structuredClone(value);

describe('a view that is like the one before', () => {
  const before = {
    title: 'A',
    rows: [
      { id: 'x', n: 1 },
      { id: 'y', n: 2 },
    ],
    deep: { list: [1, 2] },
    none: null,
  };

  it('is the same object', () => {
    assert.equal(shareUnchanged(before, copyOf(before)), before);
  });

  it('shares all but what has changed', () => {
    const after = shareUnchanged(before, {
      ...copyOf(before),
      rows: [
        { id: 'x', n: 1 },
        { id: 'y', n: 3 },
      ],
    });
    assert.deepEqual(after.rows, [
      { id: 'x', n: 1 },
      { id: 'y', n: 3 },
    ]);
    assert.equal(after.rows[0], before.rows[0]);
    assert.equal(after.deep, before.deep);
    assert.notEqual(after.rows, before.rows);
  });

  it('shares rows that have another place, by their id', () => {
    const after = shareUnchanged(before, { ...copyOf(before), rows: copyOf(before.rows).toReversed() });
    assert.equal(after.rows[0], before.rows[1]);
    assert.equal(after.rows[1], before.rows[0]);
  });

  it('says what the later one says, whatever was before', () => {
    const values: readonly unknown[] = [
      null,
      1,
      'a',
      [],
      {},
      [1],
      { a: 1 },
      [{ id: 'x' }],
      { a: [null] },
      undefined,
    ];
    for (const one of values) {
      for (const other of values) {
        assert.deepEqual(shareUnchanged(one, copyOf(other)), other);
      }
    }
  });

  it('loses a field that is gone, and a row that is gone', () => {
    const { none: _none, ...fewer } = before;
    assert.deepEqual(shareUnchanged(before, copyOf(fewer)), fewer);
    const after = shareUnchanged(before, { ...copyOf(before), rows: [{ id: 'y', n: 2 }] });
    assert.deepEqual(after.rows, [before.rows[1]]);
  });
});
