import assert from 'node:assert/strict';
import { cryptoIds } from '../../src/node/cryptoIds.ts';

describe('ids from the source of randomness', () => {
  const ids = Array.from({ length: 21_000 }, () => cryptoIds.newId());

  it('are 8 characters of Crockford base32, the first a letter other than e', () => {
    const wrong = ids.filter((id) => !/^[abcdfghjkmnpqrstvwxyz][0-9abcdefghjkmnpqrstvwxyz]{7}$/.test(id));
    assert.deepEqual(wrong, []);
  });

  it('do not come twice', () => {
    assert.equal(new Set(ids).size, ids.length);
  });

  it('have every character as often as any other, in every place', () => {
    for (let place = 0; place < 8; place++) {
      const counts = new Map<string, number>();
      for (const id of ids) {
        counts.set(id.charAt(place), (counts.get(id.charAt(place)) ?? 0) + 1);
      }
      const choices = place === 0 ? 21 : 32;
      assert.equal(counts.size, choices);
      const expected = ids.length / choices;
      const chiSquare = [...counts.values()].reduce(
        (sum, count) => sum + (count - expected) ** 2 / expected,
        0,
      );
      // Beyond this a fair source comes less than once in ten million times (31 degrees of freedom).
      assert.ok(chiSquare < 90, `place ${place}: ${chiSquare}`);
    }
  });
});
