import assert from 'node:assert/strict';
import { isAboutRevert, isRevert } from '../../../src/core/suggest/revertSubject.ts';

describe('a subject that takes something back', () => {
  for (const subject of [
    'Revert "Cache product pages"',
    "Revert 'Cache product pages'",
    'Revert the new cache',
    'revert: feat: cache product pages',
    'Reverted the cache for now',
    'Reverting r1234',
    'Rollback the checkout to last week',
    'Roll back the migration of orders',
    'Rolled back to 1.4',
    'cart: revert the rounding',
    'fix(cart)!: roll back the rounding',
    '[cart] Revert "Round later"',
    'src/cart.ts: Revert "Round later"',
    'Revert "Reapply "Cache product pages""',
  ]) {
    it(`is seen in: ${subject}`, () => {
      assert.equal(isRevert(subject), true);
    });
  }

  for (const subject of [
    'Revert "Revert "Cache product pages""',
    'Revert "revert: feat: cache product pages"',
    'Revert the revert of the cache',
    'revert: revert: cache product pages',
    'Revert "Roll back the migration of orders"',
    'Reapply "Cache product pages"',
    'Reland "Cache product pages"',
    'Add a way to revert orders',
    'Explain how to roll back',
    'Revert button does nothing on Safari',
    'Rollback support for migrations',
    'Revertible migrations',
    'Rollback-safe migrations',
    'Reversal of charges',
    'Merge pull request #12 from shop/revert-11',
    'Fix the rounding after the revert',
    'Fix rounding',
    'Spike: cache product pages',
    'Try a smaller cache',
    '',
  ]) {
    it(`is not seen in: ${subject}`, () => {
      assert.equal(isRevert(subject), false);
    });
  }

  it('is told from landing something again, which is about a revert all the same', () => {
    for (const subject of [
      'Reapply "Cache"',
      'cart: Re-land the cache',
      'Revert "Revert "Cache""',
      'Revert "Cache"',
    ]) {
      assert.equal(isAboutRevert(subject), true, subject);
    }
    assert.equal(isAboutRevert('Apply the landing page'), false);
  });
});
