import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { hostileTablePath, numberedTests, rowsOf, withTests } from '../support/hostileTable.ts';

describe('the table of what goes wrong', () => {
  const table = readFileSync(hostileTablePath, 'utf8');
  const tests = numberedTests();

  it('names in each row the tests that carry its number: `npm run hostile` renews it', () => {
    assert.equal(withTests(table, tests), table);
  });

  it('has a test for every row, and one row for every number that a test carries', () => {
    assert.deepEqual(rowsOf(table).toSorted(), [...tests.keys()].toSorted());
  });
});
