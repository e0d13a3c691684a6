import assert from 'node:assert/strict';
import { NodeHistory } from '../../../src/node/git/nodeHistory.ts';
import type { CommitLink } from '../../../src/core/entries/entry.ts';
import type { GitRepository } from '../../support/gitRepository.ts';
import { rebasedHistories } from '../../support/history/rebasedHistories.ts';
import { squashedHistory } from '../../support/history/squashedHistory.ts';
import { describeAll, gradeAlone, survivalOf } from './survival.ts';

const size = 500;
const historyOf = (repository: GitRepository): NodeHistory =>
  new NodeHistory({ root: repository.folder, folder: 'retro', environment: repository.environment });

describe('the histories that links are tried with', function () {
  this.timeout(120_000);

  for (const { name, make } of [...rebasedHistories, squashedHistory]) {
    it(`${name}: git rewrites every commit and says what it became`, async () => {
      const links: CommitLink[] = [];
      let at = performance.now();
      let described = 0;
      const { repository, truth } = await make('histories', size, async (shas, repository) => {
        const t = performance.now();
        links.push(...(await describeAll(historyOf(repository), shas)));
        described += performance.now() - t;
      });
      try {
        console.log('made', performance.now() - at - described, 'described', described);
        at = performance.now();
        const reached = new Set(repository.git('rev-list', 'HEAD').split('\n'));
        assert.equal(links.length, size);
        assert.equal(links.filter(({ sha }) => reached.has(sha)).length, 0);
        assert.ok(truth.size >= size * 0.99, `${truth.size} of ${size} are somewhere`);
        assert.ok([...truth.values()].every((sha) => reached.has(sha)));
        const graded = await gradeAlone(historyOf(repository), links);
        console.log('graded', performance.now() - at, survivalOf(graded, truth));
        const bys: Record<string, number> = {};
        for (const g of graded) {
          const key = `${g.by} ${g.now === undefined ? 'lost' : g.now === truth.get(g.link.sha) ? 'right' : 'WRONG'}`;
          bys[key] = (bys[key] ?? 0) + 1;
        }
        console.log(bys);
      } finally {
        repository.remove();
      }
    });
  }
});
