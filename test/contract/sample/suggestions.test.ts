import assert from 'node:assert/strict';
import type { Entry } from '../../../src/core/entries/entry.ts';
import { RetroLog } from '../../../src/core/log/retroLog.ts';
import { SuggestionFinder } from '../../../src/core/suggest/suggestionFinder.ts';
import { noMemory } from '../../../src/core/suggest/suggestionMemory.ts';
import { cryptoIds } from '../../../src/node/cryptoIds.ts';
import { NodeFiles } from '../../../src/node/files/nodeFiles.ts';
import { NodeGit } from '../../../src/node/git/nodeGit.ts';
import { NodePast } from '../../../src/node/git/nodePast.ts';
import { systemClock } from '../../../src/node/systemClock.ts';
import { makeSampleRepository } from '../../sample/makeSampleRepository.ts';
import { TemporaryFolder } from '../../support/temporaryFolder.ts';
import { valueOf } from '../git/gitContract.ts';

describe('what a year of a shop suggests', () => {
  const temporary = new TemporaryFolder();
  const root = temporary.at('shop');

  before(() => makeSampleRepository({ folder: root, seed: 1, until: '2026-11-23' }));
  after(() => temporary.remove());

  const suggested = async (entries: readonly Entry[]): Promise<readonly string[]> => {
    const place = { root, folder: 'retro' };
    const finder = new SuggestionFinder(new NodeGit(place), new NodePast(place));
    const { suggestions } = valueOf(await finder.find({ entries, memory: noMemory }));
    return suggestions.map(({ date, kind, title }) => `${date} ${kind} ${title}`);
  };

  it('is the failures that its history shows, had nobody written anything', async () => {
    assert.deepEqual(await suggested([]), [
      '2026-05-04 failure Revert "Rank search results by what sells (#64)"',
      '2026-02-09 failure Run flaky tests on their own, where they cannot stop a deploy',
      '2026-01-27 failure Revert "Try a payment again when the provider does not answer (#31)"',
    ]);
  });

  it('is nothing, as its team has written about each of them', async () => {
    const log = new RetroLog({ files: new NodeFiles(root), clock: systemClock, ids: cryptoIds }, 'retro');
    await log.load();
    assert.ok(log.entries.length > 100);
    assert.deepEqual(await suggested(log.entries), []);
  });

  it('is what nobody has written about, where one of the entries is gone', async () => {
    const log = new RetroLog({ files: new NodeFiles(root), clock: systemClock, ids: cryptoIds }, 'retro');
    await log.load();
    const others = log.entries.filter(
      ({ commits }) => !commits.some(({ subject }) => subject?.includes('Rank search results') === true),
    );
    assert.deepEqual(await suggested(others), [
      '2026-05-04 failure Revert "Rank search results by what sells (#64)"',
    ]);
  });
});
