import assert from 'node:assert/strict';
import { learningsOf } from '../../../src/core/resemblance/learningsOf.ts';
import { entryOf } from '../../support/entryOf.ts';

describe('learningsOf', () => {
  it('finds learnings that name the entry, and those that it names, whatever the case of the ids', () => {
    const failure = entryOf({ id: 'fail0001', kind: 'failure', links: ['LEARN001'] });
    const named = entryOf({ id: 'learn001' });
    const naming = entryOf({ id: 'learn002', links: ['FAIL0001'] });
    const action = entryOf({ id: 'action01', kind: 'action', links: ['fail0001'] });
    assert.deepEqual(learningsOf(failure, [naming, failure, action, entryOf({ id: 'learn003' }), named]), [
      naming,
      named,
    ]);
  });
});
