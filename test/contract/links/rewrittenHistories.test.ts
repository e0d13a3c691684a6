import assert from 'node:assert/strict';
import { rebasedHistories } from '../../support/history/rebasedHistories.ts';
import { squashedHistory } from '../../support/history/squashedHistory.ts';

const size = 500;

describe('the histories that links are tried with', function () {
  this.timeout(120_000);

  for (const { name, make } of [...rebasedHistories, squashedHistory]) {
    it(`${name}: git rewrites every commit and says what it became`, async () => {
      const noted: string[] = [];
      const { repository, truth } = await make('histories', size, async (shas) => void noted.push(...shas));
      try {
        const reached = new Set(repository.git('rev-list', 'HEAD').split('\n'));
        assert.equal(noted.length, size);
        assert.equal(noted.filter((sha) => reached.has(sha)).length, 0);
        assert.ok(truth.size >= size * 0.99, `${truth.size} of ${size} are somewhere`);
        assert.ok([...truth.values()].every((sha) => reached.has(sha)));
      } finally {
        repository.remove();
      }
    });
  }
});
