import assert from 'node:assert/strict';
import { knowsId, noIds, unordered, withId } from '../../../src/core/board/knownIds.ts';

const ids = Array.from({ length: 3000 }, (_, index) => `id-${index}`);

describe('KnownIds', () => {
  it('knows what was added, and changes nothing that somebody else holds', () => {
    const all = ids.reduce(withId, noIds);
    assert.ok(ids.every((id) => knowsId(all, id)));
    assert.ok(!knowsId(all, 'id-3000') && !knowsId(noIds, 'id-0'));
  });

  it('does not tell any more what was added first, when that is asked for', () => {
    const one = ids.reduce(withId, noIds);
    const other = ids.toReversed().reduce(withId, noIds);
    assert.notDeepEqual(one, other);
    assert.deepEqual(unordered(one), unordered(other));
  });
});
