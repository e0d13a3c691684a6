import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { RetroLog } from '../../src/core/log/retroLog.ts';
import { median, report, time, type Claim } from './claim.ts';
import { openCorpus, withCorpus } from './corpusFolder.ts';

const rounds = 7;
const claims: Claim[] = [];

await withCorpus(10_000, async (root) => {
  const plain: number[] = [];
  const reading: number[] = [];
  const index: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    let files: readonly string[] = [];
    const found = await time(() => {
      files = filesBelow(join(root, 'retro'));
    });
    const read = await time(() => readPlainly(files));
    reading.push(read);
    plain.push(found + read);
    index.push(await time(() => openCorpus(root).load()));
  }
  claims.push({
    what: `cold index of 10,000 entries, against finding and reading the same files in a plain loop (${median(plain).toFixed(0)} ms, of which reading ${median(reading).toFixed(0)} ms)`,
    measured: median(index.map((value, round) => value / (plain[round] ?? Number.NaN))),
    most: 3,
    unit: 'times',
  });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await openCorpus(root).load();
  delay.disable();
  claims.push({
    what: 'longest time that reading them held the thread',
    measured: delay.max / 1e6,
    most: 50,
    unit: 'ms',
  });
});

const small = await changesOf(1_000);
const large = await changesOf(50_000);
claims.push({
  what: `one changed file in 50,000 entries, against 1,000 (${small.toFixed(2)} ms)`,
  measured: large / small,
  most: 1.5,
  unit: 'times',
});
report(claims);

/** The middle time until the index is true again after one file changed. */
async function changesOf(count: number): Promise<number> {
  const times: number[] = [];
  await withCorpus(count, async (root) => {
    const log = openCorpus(root);
    await log.load();
    await change(log, root, 0);
    for (let round = 1; round <= 60; round += 1) {
      times.push(await change(log, root, round));
    }
  });
  return median(times);
}

async function change(log: RetroLog, root: string, round: number): Promise<number> {
  const entry = log.entries[Math.floor((round / 61) * log.entries.length)];
  if (entry === undefined) {
    throw new Error('The corpus is empty.');
  }
  const path = join(root, entry.path);
  await writeFile(path, `${readFileSync(path, 'utf8')}\nOne more line.\n`);
  return time(() => log.refresh([entry.path]));
}

function readPlainly(files: readonly string[]): void {
  let bytes = 0;
  for (const file of files) {
    bytes += readFileSync(file).length;
  }
  if (bytes === 0) {
    throw new Error('Nothing was read.');
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath, found.name));
}
