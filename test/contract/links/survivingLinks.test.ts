import assert from 'node:assert/strict';
import { gradeName } from '../../../src/core/links/gradeWords.ts';
import { historyOperations } from '../../support/history/historyOperations.ts';
import { formatPage, markdownTable } from './documentedTable.ts';
import { kindsOfLink, linksThrough, type Outcome } from './linksThroughOperation.ts';

describe('links after each of ten operations, in a teammate’s clone', function () {
  this.timeout(120_000);
  const rows = new Map<string, readonly Outcome[]>();
  const found = (name: string): number =>
    [...rows.values()].flat().filter(({ kind, graded }) => kind.name === name && graded.now !== undefined)
      .length;

  for (const operation of historyOperations) {
    it(`${operation.name}: no link leads to a wrong commit`, async () => {
      const outcomes = await linksThrough(operation);
      rows.set(operation.name, outcomes);
      const wrong = outcomes
        .filter((outcome) => outcome.wrong)
        .map(({ kind, graded }) => [kind.name, graded.by]);
      assert.deepEqual(wrong, []);
    });
  }

  it('are all found where the entry was committed with its change', () => {
    assert.equal(found('whole link, entry in the commit'), 10);
  });

  it('are found in at least nine of ten where it was not', () => {
    assert.ok(found('whole link') >= 9, `${found('whole link')}`);
  });

  it('survive no more than a merge, and a message that lists hashes, with a hash alone (control)', () => {
    assert.equal(found('bare hash'), 2);
  });

  it('reach the grades that the documentation says', () => {
    const head = ['', ...kindsOfLink.map(({ name }) => name)];
    const body = [...rows].map(([name, outcomes]) => [
      name,
      ...outcomes.map(({ graded }) => (graded.grade === 'lost' ? '–' : gradeName(graded.grade))),
    ]);
    const sum = ['found', ...kindsOfLink.map(({ name }) => `${found(name)} of 10`)];
    const table = markdownTable(head, [...body, sum]);
    console.log(table);
    assert.ok(formatPage().includes(table), 'docs/format.md has another table');
  });
});
