import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../../src/core/dates.ts';
import { RetroLog } from '../../../src/core/log/retroLog.ts';
import type { HistoryFacts } from '../../../src/core/trends/historyFacts.ts';
import { type HistoryNeed, historyNeed } from '../../../src/core/trends/historyNeed.ts';
import type { Trends } from '../../../src/core/trends/trends.ts';
import { trendsOf } from '../../../src/core/trends/trendsOf.ts';
import { daysUpTo } from '../../../src/core/trends/windows.ts';
import { cryptoIds } from '../../../src/node/cryptoIds.ts';
import { NodeFiles } from '../../../src/node/files/nodeFiles.ts';
import { NodeHistory } from '../../../src/node/git/nodeHistory.ts';
import { systemClock } from '../../../src/node/systemClock.ts';
import { lastDay } from '../../support/corpus.ts';
import type { GitRepository } from '../../support/gitRepository.ts';
import { makeTenYears } from '../../support/tenYears.ts';

const everything: HistoryNeed = { since: '', files: new Set() };
const ends = [lastDay, addDays(lastDay, -40), '2025-03-31', '2022-02-28', '2018-07-01', '2016-12-24'];

describe('a history of which only what figures need is read', function () {
  this.timeout(120_000);
  let repository: GitRepository;
  let log: RetroLog;

  before(async () => {
    repository = await makeTenYears(3000, 900);
    const { folder } = repository;
    log = new RetroLog({ files: new NodeFiles(folder), clock: systemClock, ids: cryptoIds }, 'retro');
    await log.load();
  });
  after(() => repository.remove());

  const open = (): NodeHistory =>
    new NodeHistory({
      root: repository.folder,
      environment: repository.environment,
      folder: 'retro',
    });
  const factsOf = async (history: NodeHistory, need: HistoryNeed): Promise<HistoryFacts> => {
    const answer = await history.facts(log.team, need);
    assert.ok(answer.state === 'ok' && answer.value !== 'incomplete', JSON.stringify(answer));
    return answer.value;
  };
  const needOf = (end: string): HistoryNeed => historyNeed(log, { from: end, to: end });
  const figures = (facts: HistoryFacts, end: string): Trends =>
    trendsOf({
      entries: log.entries,
      pages: log.pages,
      problems: log.problems,
      history: { state: 'ok', facts },
      window: daysUpTo(end, 182),
      every: 'month',
    });

  it('gives the same figures as all of it, whatever the end', async () => {
    const whole = await factsOf(open(), everything);
    assert.equal(whole.since, '');
    for (const end of ends) {
      assert.deepEqual(figures(await factsOf(open(), needOf(end)), end), figures(whole, end), end);
    }
  });

  it('is read on from where it was left, and not again', async () => {
    const history = open();
    const read: HistoryFacts[] = [];
    for (const end of ends) {
      const facts = await factsOf(history, needOf(end));
      assert.deepEqual(figures(facts, end), figures(await factsOf(open(), needOf(end)), end));
      read.push(facts);
    }
    const since = read.map((facts) => facts.since);
    assert.ok((since[0] ?? '') > '2025', since.join(' '));
    assert.deepEqual(since, since.toSorted().toReversed());
    assert.equal(await factsOf(history, needOf(lastDay)), read.at(-1));
  });

  it('is not taken for enough by figures that need more', async () => {
    const facts = await factsOf(open(), needOf(lastDay));
    assert.throws(() => figures(facts, '2018-07-01'), /history/);
  });

  it('is read as far back as it takes to find who wrote what counts now', async () => {
    const old = log.entries.find(({ date, kind }) => date < '2019' && kind === 'win');
    const path = old?.path ?? '';
    repository.write(
      path,
      readFileSync(join(repository.folder, path), 'utf8').replace(/^date: .*$/m, `date: ${lastDay}`),
    );
    repository.write(
      'retro/entries/2026/new.md',
      `---\nid: newentry\nkind: win\ndate: ${lastDay}\n---\n\n# New\n`,
    );
    await log.refresh();
    const part = await factsOf(open(), needOf(lastDay));
    assert.ok(part.since > '' && part.since < '2019', part.since);
    assert.deepEqual(
      part.files.get(path)?.people,
      (await factsOf(open(), everything)).files.get(path)?.people,
    );
    assert.equal(part.files.get('retro/entries/2026/new.md'), undefined);
    assert.deepEqual(figures(part, lastDay), figures(await factsOf(open(), everything), lastDay));
  });
});
