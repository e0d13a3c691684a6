import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RetroLog } from '../../src/core/log/retroLog.ts';
import { historyNeed } from '../../src/core/trends/historyNeed.ts';
import type { Trends } from '../../src/core/trends/trends.ts';
import { trendsOf } from '../../src/core/trends/trendsOf.ts';
import { daysUpTo } from '../../src/core/trends/windows.ts';
import { NodeHistory } from '../../src/node/git/nodeHistory.ts';
import { lastDay } from '../support/corpus.ts';
import { makeTenYears } from '../support/tenYears.ts';
import { median, report, time } from './claim.ts';
import { openCorpus } from './corpusFolder.ts';

const rounds = 3;
const changes = 5;
const commits = 200_000;
const entries = 150_000;
const repository = await makeTenYears(commits, entries);
const { folder, environment } = repository;
const window = daysUpTo(lastDay, 182);

try {
  const [first, again, index, walk]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let round = 0; round < rounds; round += 1) {
    const read = await time(() => openCorpus(folder).load());
    const walked = await time(plainLog);
    const log = openCorpus(folder);
    const history = new NodeHistory({ root: folder, folder: 'retro', environment });
    const made = await time(async () => {
      await log.load();
      expect(await trends(log, history));
    });
    index.push(read);
    walk.push(walked);
    first.push(made);
    const times: number[] = [];
    for (let count = 0; count < changes; count += 1) {
      times.push(await changed(log, history, round * changes + count));
    }
    again.push(median(times));
  }
  const plain = `reading the index (${ms(index)}) and one git log (${ms(walk)})`;
  report([
    {
      what: `trends of ten years, ${entries} entries and ${commits} commits, against ${plain}`,
      measured: median(first.map((took, round) => took / ((index[round] ?? 0) + (walk[round] ?? 0)))),
      most: 3,
      unit: 'times',
    },
    {
      what: `the same again after one changed entry (${ms(again)}), against the first time (${ms(first)})`,
      measured: median(again.map((took, round) => took / (first[round] ?? Number.NaN))),
      most: 1 / 20,
      unit: 'times',
    },
  ]);
} finally {
  repository.remove();
}

async function trends(log: RetroLog, history: NodeHistory): Promise<Trends> {
  const answer = await history.facts(log.team, historyNeed(log, { from: window.to, to: window.to }));
  if (answer.state !== 'ok' || answer.value === 'incomplete') {
    throw new Error(JSON.stringify(answer));
  }
  const { entries: all, pages, problems } = log;
  const facts = { state: 'ok', facts: answer.value } as const;
  return trendsOf({ entries: all, pages, problems, history: facts, window, every: 'week' });
}

/** How long it takes until the figures are true again after somebody wrote in an entry. */
async function changed(log: RetroLog, history: NodeHistory, round: number): Promise<number> {
  const entry = log.entries[round + 1];
  if (entry === undefined) {
    throw new Error('There is no entry.');
  }
  const path = join(folder, entry.path);
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^date: .*$/m, `date: ${window.to}`));
  return time(async () => {
    await log.refresh([entry.path]);
    expect(await trends(log, history));
  });
}

/** Not the figures of something smaller. */
function expect({ indicators: { participation, learningRate } }: Trends): void {
  if ('missing' in participation || participation.n < 20 || learningRate.value < 50) {
    throw new Error(JSON.stringify({ participation, learningRate }));
  }
}

function plainLog(): void {
  const { status } = spawnSync('/bin/sh', ['-c', 'git log > /dev/null'], { cwd: folder, env: environment });
  if (status !== 0) {
    throw new Error('git log failed.');
  }
}

function ms(values: readonly number[]): string {
  return `${median(values).toFixed(0)} ms`;
}
