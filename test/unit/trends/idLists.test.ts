import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { IdLists } from '../../../src/core/trends/idLists.ts';

describe('things by an id', () => {
  it('are found in the order in which they came, upper and lower case alike, and those that come later, too', () => {
    const lists = new IdLists<number>();
    assert.deepEqual(lists.get('k3f9q2xa'), []);
    ['k3f9q2xa', 'm2x7k9qa', 'K3F9Q2XA'].forEach((id, at) => lists.add(id, at));
    assert.deepEqual(lists.get('K3f9q2xa'), [0, 2]);
    lists.add('k3f9q2xa', 3);
    assert.deepEqual(lists.get('k3f9q2xa'), [0, 2, 3]);
    assert.deepEqual(lists.get('b4f9q2xa'), []);
  });

  it('are those of the id and no others, whatever ids there are', () => {
    const anyId = fc.stringMatching(/^[a-cA-C]{1,3}$/);
    fc.assert(
      fc.property(fc.array(anyId, { maxLength: 60 }), anyId, (ids, asked) => {
        const lists = new IdLists<number>();
        ids.forEach((id, at) => lists.add(id, at));
        const wanted = ids.flatMap((id, at) => (id.toLowerCase() === asked.toLowerCase() ? [at] : []));
        assert.deepEqual(lists.get(asked), wanted);
      }),
    );
  });
});
