import assert from 'node:assert/strict';
import { meansCommit, meansEntry, typedName } from '../../../src/core/markdown/typedName.ts';

describe('what is typed of a name in Markdown', () => {
  it('is the word in front of the cursor, or nothing yet', () => {
    assert.deepEqual(typedName('See K3f'), { typed: 'k3f', isEntry: false });
    assert.deepEqual(typedName('See ('), { typed: '', isEntry: false });
    assert.deepEqual(typedName(''), { typed: '', isEntry: false });
  });

  it('is no part of a path, an address or a file name', () => {
    for (const prefix of ['src/ca', 'https://a', 'cart.t', 'a@b', '#12', 'a_b', 'x=', 'C:\\temp']) {
      assert.equal(typedName(prefix), undefined, prefix);
    }
  });

  it('is an entry’s where a line says Retro', () => {
    assert.deepEqual(typedName('Retro:'), { typed: '', isEntry: true });
    assert.deepEqual(typedName('Retro: k3f9q2xa, m2x'), { typed: 'm2x', isEntry: true });
    assert.equal(typedName('Also Retro:'), undefined);
  });

  it('means the entries and commits that begin so, by name or by a word of what they are called', () => {
    const entry = { id: 'k3f9q2xa', title: 'Cache stampede, again' };
    const commit = { sha: '3f2a91c0'.repeat(5), subject: 'Über-cache product pages' };
    const means = (prefix: string) => {
      const name = typedName(prefix);
      assert.ok(name);
      return [meansEntry(name, entry), meansCommit(name, commit)];
    };
    assert.deepEqual(means(''), [true, true]);
    assert.deepEqual(means('k'), [true, false]);
    assert.deepEqual(means('c'), [false, false]);
    assert.deepEqual(means('stam'), [true, false]);
    assert.deepEqual(means('tampede'), [false, false]);
    assert.deepEqual(means('3f2'), [false, false]);
    assert.deepEqual(means('3f2a'), [false, true]);
    assert.deepEqual(means('prod'), [false, true]);
    assert.deepEqual(means('Retro: '), [true, false]);
  });
});
