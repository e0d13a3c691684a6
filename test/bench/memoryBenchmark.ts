import { report } from './claim.ts';
import { openCorpus, withCorpus } from './corpusFolder.ts';

await withCorpus(10_000, async (root) => {
  await openCorpus(root).load();
  const before = heap();
  const log = openCorpus(root);
  await log.load();
  const read = heap();
  await log.search('cache');
  const searched = heap();
  report([
    { what: 'heap for 10,000 entries', measured: read - before, most: 60, unit: 'MB' },
    {
      what: 'heap for 10,000 entries and their full-text index',
      measured: searched - before,
      most: 60,
      unit: 'MB',
    },
  ]);
  if (log.entries.length !== 10_000) {
    throw new Error(`Only ${log.entries.length} entries were read.`);
  }
});

/** Megabytes in use after everything that can go has gone. */
function heap(): number {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
  }
  return process.memoryUsage().heapUsed / 1e6;
}
